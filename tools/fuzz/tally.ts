/** What became of the messages. */
export interface Tally {
  sent: number;
  refused: number;
  done: number;
}

export function newTally(): Tally {
  return { sent: 0, refused: 0, done: 0 };
}

export function done(tally: Tally): void {
  tally.sent += 1;
  tally.done += 1;
}

export function refused(tally: Tally): void {
  tally.sent += 1;
  tally.refused += 1;
}
