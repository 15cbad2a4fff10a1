import type { CatalogueId, Side } from '../../shared/exercises/exerciseIds.ts';
import { EXERCISE_WORDS } from '../../shared/exercises/words.ts';
import type { SetFault } from '../../shared/progression/evidence.ts';
import type { Earning, HopGate, Missing, RungView } from '../../shared/progression/ladder.ts';
import type { Setback } from '../../shared/progression/ladderFold.ts';
import { GATE, type RungId } from '../../shared/progression/rungs.ts';
import { type WordsByCode, wordsOf } from './byCode.ts';
import { SIDE } from './exercises.ts';
import { formatDate, formatDateTime, formatDay, formatPercent } from './format.ts';

/** The ladder: what is earned, what is missing, and why something waits. */

const HOURS_APART = GATE.apartMs / 3_600_000;
const SHARE = formatPercent(GATE.lowersInCountRatio);

const MISSING: WordsByCode<Missing, [current: RungId]> = {
  sessions: ({ have, need }, current) =>
    have === 0
      ? `Earn “${name(current)}” in ${need} sessions.`
      : `Earn “${name(current)}” in ${need - have === 1 ? 'one more session' : `${need - have} more sessions`}: ${have} of ${need} ${have === 1 ? 'is' : 'are'} done.`,
  'hours-apart': ({ untilMs }) =>
    `The sessions lie ${HOURS_APART} hours apart: the next one counts from ${formatDateTime(untilMs)}.`,
  'day-after': ({ untilDay }) =>
    `Enough sessions are done. It waits for how you feel the day after; if you say nothing, it opens on ${formatDay(untilDay)}.`,
  'earn-decline': () => `Hops ask for “${name('calf-raise-decline')}” earned as well.`,
  'five-count-sessions': ({ have, need }) =>
    `Hops ask for the count of five: ${need} sessions in which ${SHARE} of the lowers keep it. ${have} so far.`,
  'rung-before': ({ rung }) => `First comes “${name(rung)}”.`,
};

const STANDING: Record<Earning['standing'], string> = {
  counts: 'counts',
  waits: 'waits for the day after',
  worse: 'felt worse the day after: does not count',
  'before-setback': 'from before the step back: does not count any more',
  'before-open': 'done before it was open: does not count',
};

/** What kept sets from being good ones; each is told how many, and of what. */
const FAULTS: {
  readonly [Code in SetFault['code']]: (faults: readonly Extract<SetFault, { code: Code }>[]) => string;
} = {
  'no-check-in': ({ length }) => `${setsOf(length)} had no answer. Only sets with an answer count.`,
  short: (faults) => `${setsOf(faults.length)} stayed under ${GATE.fullReps} full reps. It will come.`,
  'not-done': ({ length }) => `${setsOf(length)} ${length === 1 ? 'was' : 'were'} not done to the end.`,
  cramp: () => 'A cramp came along. On such a day a rung is not earned, and that is all.',
  fatigue: () => 'Your legs were very tired. On such a day a rung is not earned; rest does the work.',
  pain: (faults) =>
    `Pain of ${Math.max(...faults.map(({ pain }) => pain))} came along. Up to ${GATE.painAtMost} of 10 is fine; with more, a rung is not earned.`,
};

/** @param current the rung that the person stands on: what is to be earned */
export function missingWords(missing: Missing, current: RungId): string {
  return wordsOf(MISSING, missing, current);
}

/** Each kind of fault once, with how often it was. */
export function faultWords(faults: readonly SetFault[]): string[] {
  return [...Map.groupBy(faults, ({ code }) => code)].map(([code, same]) =>
    (FAULTS[code] as (faults: readonly SetFault[]) => string)(same),
  );
}

export function setbackWords({ from, to, cause, pain }: Setback): string {
  const why = cause === 'pain' ? `You named pain of ${pain} of 10` : 'It felt worse the day after';
  const what =
    from === to
      ? `so “${name(to)}” is built up anew.`
      : `so the plan goes one rung back, from “${name(from)}” to “${name(to)}”.`;
  return `${why}, ${what} That is part of training, and what you earned below stays.`;
}

export const ladderText = {
  title: 'Ladder',
  lead: 'From the first raise to springy hops. What you have shown opens the next rung, not the calendar.',
  rungs: 'The rungs, from the easiest on',
  state: (rung: RungView) => (rung.isCurrent ? 'You are here' : rung.state === 'open' ? 'Open' : 'Closed'),
  openedBy: {
    start: 'Open from the start.',
    earned: (atMs: number) => `You opened it on ${formatDate(atMs)}.`,
    override: (atMs: number, reason: string) => `Opened by you, ${formatDate(atMs)}: ${reason}`,
  },
  evidence: 'Sessions in which you earned it',
  evidenceNone: 'None yet.',
  evidenceColumns: { session: 'Session', standing: 'What it is worth' },
  standing: (standing: Earning['standing']) => STANDING[standing],
  whatItTakes: 'What earns it',
  earnedBy: (isOneSided: boolean) =>
    `${GATE.sets} sets ${isOneSided ? 'with each leg ' : ''}in one session, each of at least ${GATE.fullReps} full reps. After each: no cramp, not very tired, pain ${GATE.painAtMost} of 10 at most.`,
  opensNext: (next: RungId) =>
    `${GATE.sessions} such sessions, at least ${HOURS_APART} hours apart and not felt worse the day after, open “${name(next)}”.`,
  noise: 'A rep or two more or less decides nothing.',
  last: 'The last rung. From here on you keep it up.',
  missingTitle: (next: RungId) => `Still to do for “${name(next)}”`,
  waitsTitle: 'Why it waits',
  missing: missingWords,
  do: 'Do this rung',
  doAthlete: 'Watch the demo athlete do it',
  needs: (pieces: string) => `You need ${pieces}.`,
  notAtHand: (pieces: string) => `You need ${pieces}, which is not among what you have.`,
  source: (names: string) => `Source: ${names}`,

  hopsTitle: 'Before any hop',
  hopsWhy:
    'A landing loads the tendon with several times your weight. So hops wait until strength and a slow lower are there.',
  hopsDecline: (isEarned: boolean) =>
    isEarned ? 'Calf raise on a decline: earned' : 'Calf raise on a decline: not earned yet',
  hopsFiveCount: ({ have, need }: HopGate['fiveCount']) => `Count of five: ${have} of ${need} sessions`,
  hopsFiveCountHint: `A session counts when ${SHARE} of at least ${GATE.timedLowersAtLeast} lowers take about five seconds.`,
  hopsOpen: 'Both are there: the way to the hops is clear.',
  doFiveCount: 'Do the slow lower',

  pastTitle: 'So far',
  pastEmpty: 'Steps up, steps back and what you open yourself will be here.',
  opened: (rung: RungId) => `“${name(rung)}” opened.`,
  override: (exercise: CatalogueId, reason: string) => `“${name(exercise)}” opened by you: ${reason}`,
  setback: setbackWords,
  setbackInShort: ({ from, to, cause, pain }: Setback) => {
    const what =
      from === to ? `“${name(to)}” is built up anew` : `One rung back, from “${name(from)}” to “${name(to)}”`;
    return `${what}: ${cause === 'pain' ? `pain of ${pain} of 10` : 'it felt worse the day after'}.`;
  },
  future: (n: number | string) =>
    `${n === 1 ? '1 record is' : `${n} records are`} dated later than now, and ${n === 1 ? 'is' : 'are'} left out. Is the clock of this machine right?`,

  openAnyway: 'Open it anyway',
  overrideTitle: (rung: RungId) => `Open “${name(rung)}” anyway?`,
  overrideWhy: 'It is shut for a reason:',
  overrideRule: `Move on once several sets of 15 to 20 go without cramping or fatigue, and never straight into plyometrics. Source: Runner’s World.`,
  overrideRisk:
    'Too much too soon is the usual way into a sore tendon. If a physical therapist has cleared you, you know more than Soleus does.',
  overrideBefore: 'The rungs before it open as well.',
  overrideReason: 'Why do you open it?',
  overrideReasonHint: 'It stays in your records, such as: my physio cleared me.',
  overrideReasonMissing: 'Say in a few words why.',
  overrideConfirm: 'Open it',
  overrideCancel: 'Leave it shut',
};

/** What a session has shown, for the card after it. */
export const verdictText = {
  title: 'What this session showed',
  earned: (rung: RungId) => `“${name(rung)}” earned`,
  earnedHint: 'It counts once the day after has gone well. Soleus asks tomorrow.',
  notEarned: (rung: RungId) => `“${name(rung)}”: not earned this time`,
  side: (side: Side, good: number, need: number) =>
    `${side === 'both' ? '' : `${SIDE[side].charAt(0).toUpperCase()}${SIDE[side].slice(1)} leg: `}${good} of ${need} good sets.`,
  faults: faultWords,
  fiveCount: (inCount: number, timed: number, ratio: number) =>
    `Count of five: ${inCount} of ${timed} lowers kept it, ${formatPercent(ratio)}.`,
  fiveCountDone: 'That is a session towards the hops.',
  fiveCountMissing: (needRatio: number, needLowers: number) =>
    `${formatPercent(needRatio)} of at least ${needLowers} lowers make a session that counts towards the hops.`,
  opened: (rung: RungId) => `“${name(rung)}” is open.`,
  nothing:
    'Done, and it is in your records. Nothing of it is measured against the ladder; it does its work all the same.',
  athlete: 'That was the demo athlete. It shows how a session goes, and counts for nobody.',
  close: 'Close',
};

function name(id: CatalogueId): string {
  return EXERCISE_WORDS[id].name;
}

function setsOf(n: number): string {
  return n === 1 ? '1 set' : `${n} sets`;
}
