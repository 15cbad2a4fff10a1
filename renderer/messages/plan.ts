import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { EXERCISE_WORDS } from '../../shared/exercises/words.ts';
import type { Note, Reason } from '../../shared/progression/plannedSession.ts';
import type { Goal } from '../../shared/settings/settings.ts';
import { type WordsByCode, wordsOf } from './byCode.ts';
import { piecesOf } from './equipment.ts';
import { SIDE } from './exercises.ts';
import { formatDateTime } from './format.ts';
import { setbackWords } from './ladder.ts';

/** What is planned, and why: the words to the codes of `shared/progression/plannedSession.ts`. */

const GOAL: Record<Goal, string> = {
  'stiff-calves': 'For your stiff calves.',
  'desk-back': 'For your back at the desk.',
  running: 'For your running.',
};

const REASON: WordsByCode<Reason> = {
  'your-rung': () => 'Your rung on the ladder.',
  'new-rung': () => 'New: this rung has just opened.',
  'gate-progress': ({ have, need, next }) =>
    have === 0
      ? `${need} sessions done well open “${name(next)}”.`
      : `${have} of the ${need} sessions that open “${name(next)}” ${have === 1 ? 'is' : 'are'} done.`,
  'five-count-for-hops': ({ have, need }) =>
    `Hops ask for ${need} sessions with the count of five kept: ${have} so far.`,
  'takes-turns': ({ other }) => `There is no time for both today. “${name(other)}” has its turn next.`,
  'keeps-strength': () => 'Keeps up what you have built.',
  'first-hops': ({ landings, atMost }) =>
    `A first taste of hops: ${landings} landings in all, never more than ${atMost}.`,
  'hops-rest': ({ untilMs }) => `In place of hops: they rest until ${formatDateTime(untilMs)}.`,
  'stepped-back': ({ from, to }) =>
    from === to ? 'Built up again from here.' : `One rung back from “${name(from)}”, to build up again.`,
  'starts-small': () => 'The first time is short.',
  'after-pause': ({ days }) => `Fewer sets, after ${days} days without training.`,
  'ease-off': () => 'Fewer sets: it felt worse after the last session.',
  'per-week': ({ have, least, most }) =>
    `${least} to ${most} days a week are good; you did it on ${have} of the last 7.`,
  'warm-up': () => 'Warms up your calves and ankles.',
  'cool-down': () => 'Eases the calf after its work.',
  'not-since': ({ days }) => (days === 1 ? 'Last done yesterday.' : `Not done for ${days} days.`),
  'never-done': () => 'You have not tried it yet.',
  goal: ({ goal }) => GOAL[goal],
  'after-sitting': () => 'Sitting keeps the calf short; this lengthens it.',
  'sore-side-first': ({ side }) => `Your ${SIDE[side]} side goes first.`,
  'sore-side-only': ({ side }) => `Time is short, so only the ${SIDE[side]} side.`,
  'test-due': ({ days }) =>
    days === null ? 'A first test, to see where your ankles stand.' : `The last test was ${days} days ago.`,
  'test-before-run': () => 'See first whether your ankles are free enough to run.',
  'test-failed': () => 'The ankle test was not passed: this loosens it.',
  'no-equipment': ({ insteadOf, needs }) => `In place of “${name(insteadOf)}”, which needs ${piecesOf(needs)}.`,
};

const NOTE: WordsByCode<Note> = {
  'rest-day': ({ because, daysInWeek }) => {
    const why = {
      'trained-today': 'You have trained your calves today, and now they rest.',
      'trained-yesterday': 'Your calves worked yesterday. They grow stronger while they rest.',
      'week-full': `You trained your calves on ${daysInWeek} of the last 7 days. That is enough: now they rest.`,
    };
    return `${why[because]} What is below does the rest of you good.`;
  },
  // Why it is one is said by the step back, which stands beside it.
  'gentle-day': () => 'So today is gentle: nothing that loads the calf.',
  'stepped-back': ({ setback }) => setbackWords(setback),
  'ease-off': () => 'It felt worse after the last session, so today has fewer sets.',
  'see-therapist': ({ days, reports }) =>
    `It has not felt better for ${days} days, by ${reports} answers of yours. It is time to see a physical therapist. ` +
    'If it stays tight, see a doctor too: the back may be the cause.',
  'pain-red-flags': ({ pain }) =>
    `You named pain of ${pain} of 10. Read when to stop before you go on, and ask a doctor when in doubt.`,
  'better-twice-a-day': () =>
    'It feels better: build on it. Rolling and stretching may be done twice a day, morning and evening.',
  'welcome-back': ({ days }) => `Welcome back, after ${days} days. We take it up with care.`,
  'cannot-earn': ({ rung, sets, need }) =>
    `This time “${name(rung)}” has ${sets === 1 ? '1 set' : `${sets} sets`}. It makes you stronger; to earn the rung takes ${need} full sets.`,
  'equipment-missing': ({ exercise, needs }) =>
    `The next steps go over “${name(exercise)}”, which needs ${piecesOf(needs)}. Say in the settings when you have it.`,
  'hops-rest': ({ untilMs }) => `Tendons need two days after hops: they rest until ${formatDateTime(untilMs)}.`,
  'better-not-run': () => 'It hurt or felt worse lately. Rather walk today.',
  'roll-after-run': () => 'After the run: roll each calf for about two minutes.',
};

/** Notes that ask for care; the others only explain. */
const CAREFUL: readonly Note['code'][] = ['pain-red-flags', 'see-therapist', 'better-not-run'];

export const planText = {
  reason: (reason: Reason) => wordsOf(REASON, reason),
  note: (note: Note) => wordsOf(NOTE, note),
  isCareful: ({ code }: Note) => CAREFUL.includes(code),
};

function name(id: CatalogueId): string {
  return EXERCISE_WORDS[id].name;
}
