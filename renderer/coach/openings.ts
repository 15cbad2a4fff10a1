import type { Clock } from '../../shared/progression/clock.ts';
import type { Ladder } from '../../shared/progression/ladder.ts';
import { foldLadder, ladderEvents, type Opening } from '../../shared/progression/ladderFold.ts';
import type { Progress } from '../../shared/progression/progress.ts';

/** Of what is open now, what was earned last: what the person opened alone may have come after it. */
export function lastEarned({ rungs }: Ladder): Opening | null {
  const earned = rungs.flatMap(({ rung, openedBy, openedAtMs }) =>
    openedBy === 'earned' && openedAtMs !== null ? [{ rung, atMs: openedAtMs, by: openedBy }] : [],
  );
  return earned.reduce<Opening | null>((last, one) => (last && last.atMs > one.atMs ? last : one), null);
}

/** Every opening there ever was, the latest first, also of what was closed again. */
export function pastOpenings(progress: Progress, clock: Clock): Opening[] {
  const events = ladderEvents(progress, clock);
  const openings: Opening[] = [];
  let last = foldLadder(events).lastOpened;
  while (last) {
    const { atMs } = last;
    const then = foldLadder(events.filter((event) => event.atMs <= atMs));
    openings.push(...[...then.openings.values()].filter((opening) => opening.atMs === atMs).reverse());
    last = foldLadder(events.filter((event) => event.atMs < atMs)).lastOpened;
  }
  return openings;
}
