import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { EXERCISE_WORDS } from '../../shared/exercises/words.ts';
import type { Feel } from '../../shared/history/records.ts';
import type { Note, PlannedSession } from '../../shared/progression/plannedSession.ts';
import type { RungId } from '../../shared/progression/rungs.ts';
import { formatAboutDuration, formatWeekday } from './format.ts';

/** The first screen: what to do now, and why. */
export const todayText = {
  greeting: 'Ready when you are',
  ownTitle: 'Your session, as you like it',
  title: ({ notes, plan }: PlannedSession, isFirst: boolean) => {
    const has = (code: Note['code']): boolean => notes.some((note) => note.code === code);
    if (isFirst) return 'Your first session';
    if (plan.kind === 'before-run') return 'Before your run';
    if (has('gentle-day')) return 'A gentle day';
    return has('rest-day') ? 'A day for the calves to rest' : 'Your session for today';
  },
  lead: (durationMs: number, exercises: number) =>
    `${capital(formatAboutDuration(durationMs))} · ${exercises === 1 ? '1 exercise' : `${exercises} exercises`}`,
  firstLead: 'To get to know each other. Step back from the screen and move: your camera counts.',
  beforeRun: 'Before a run',
  notes: 'Good to know',
  items: 'What you will do',
  change: 'Change it',
  unchange: 'Back to the suggestion',
  demonstration: (name: string) => `The demo athlete shows: ${name}`,
  privacy: 'Everything stays on this machine. No picture is stored, nothing is sent.',
  notKept: 'This choice could not be saved. It holds for now.',

  unfinishedTitle: 'Your last session was not finished',
  unfinished: (name: string, count: number, target: number, when: string) =>
    `${name}, ${count} of ${target} reps, ${when}. Every rep is saved.`,
  unfinishedNext: (name: string, when: string) => `Next comes: ${name}. It began ${when}, and all you did is saved.`,
  unfinishedEmpty: (when: string) => `It began ${when}. Everything up to then is saved.`,
  unfinishedClose: {
    'long-ago': 'That is more than twelve hours ago. Close it, and begin with what is good for today.',
    'closed-hops': 'Its hops have closed since. Close it, and begin with what is open.',
  },
  resume: 'Go on with it',
  closeIt: 'Close it',

  feelTitle: (daysAgo: number, atMs: number) =>
    daysAgo === 1
      ? 'After yesterday’s session, how do you feel?'
      : `After ${formatWeekday(atMs)}’s session, how do you feel?`,
  feelHint: 'The day after tells most. One press.',
  feelThanks: {
    better: 'Good to hear. We build on it.',
    same: 'Thank you. That is fine: tissue takes its time.',
    worse: 'Thank you for saying so. That is worth more than a brave face.',
  } satisfies Record<Feel, string>,
  feelOpened: (rung: RungId) => `And “${name(rung)}” has opened.`,
  feelNothing: 'The plan below has heard it.',
  feelWorseNothing: 'The plan is gentler for it.',

  next: 'Your next step',
  nextIsLast: 'Where you stand',
  nextLast: 'The last rung. From here on you keep it up.',
  ladder: 'See the ladder',

  celebrateTitle: (rung: RungId) => `${name(rung)} is open`,
  celebrateLead: 'You have earned it, session by session. It is in your plan from now on.',
  celebrateDone: 'On we go',
};

function name(id: CatalogueId): string {
  return EXERCISE_WORDS[id].name;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
