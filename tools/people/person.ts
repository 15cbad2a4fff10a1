import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import type { Profile } from '../../shared/progression/planContext.ts';

export type Leg = 'left' | 'right';
export const LEGS = ['left', 'right'] as const;

/** Someone who follows the plans for two months, in a body with known strength and known limits. */
export interface Person {
  readonly name: string;
  readonly about: string;
  readonly profile: Profile;
  readonly minutes: 5 | 10 | 20;
  readonly heightCm: number;
  /** Local hour of training. */
  readonly hour: number;
  /** Whether there is a session on this day, 0 being the first. */
  trainsOn(day: number): boolean;
  /** Whether the questions after a set, and on the day after, are answered on this day. */
  answersOn(day: number): boolean;
  /** How many of a plan's blocks are done on this day before it is ended. */
  blocksDone(day: number): number;
  readonly body: BodyTraits;
}

export interface BodyTraits {
  /** Single-leg raises on the flat to exhaustion, at first; 20 to 30 is usual for adults. */
  readonly reps: Readonly<Record<Leg, number>>;
  /** Reps gained in a session that asked for nearly all that was there. */
  readonly gain: number;
  /** Load of one leg in a session that it takes without being irritated; a single-leg raise is 1. */
  readonly tolerance: number;
  /** By how much the tolerance grows in a session that stayed below it, as a share. */
  readonly toleranceGain: number;
  /** How much an excess of the whole tolerance irritates, on the scale of pain. */
  readonly irritability: number;
  /** How sore each calf is at first, of 10. */
  readonly soreness: Readonly<Record<Leg, number>>;
  /** How much of what is always sore goes away with every session that did not irritate, as a share. */
  readonly heals: number;
  /** Share of slow lowers that keep the count of five at first; it grows with every session. */
  readonly fiveCountSkill: number;
  /** Knee to wall, in cm. */
  readonly ankleCm: Readonly<Record<Leg, number>>;
}

/** How many times as often as a single-leg raise each can be done, and how much one of it loads a leg. */
export const EFFORT: Partial<Record<CatalogueId, { readonly ease: number; readonly load: number }>> = {
  'calf-raise-double': { ease: 2, load: 0.5 },
  'calf-raise-single': { ease: 1, load: 1 },
  'calf-raise-decline': { ease: 0.9, load: 1.2 },
  'calf-raise-eccentric': { ease: 1.15, load: 1.1 },
  'calf-raise-bent-knee': { ease: 1, load: 0.9 },
  'pogo-double': { ease: 2.4, load: 0.8 },
  'pogo-single': { ease: 1.1, load: 1.5 },
  'pogo-line': { ease: 1, load: 1.7 },
  'pogo-travel': { ease: 0.95, load: 1.8 },
};

export const PEOPLE: readonly Person[] = [
  {
    name: 'Ana',
    about:
      'gets better: a runner with a stiff left calf, a step at home, twenty minutes a day, six days a week. She does what the plan says and answers every question.',
    profile: { equipment: ['wall', 'step', 'roller'], goals: ['stiff-calves', 'running'], soreSide: 'left' },
    minutes: 20,
    heightCm: 168,
    hour: 18,
    trainsOn: (day) => day % 7 !== 6,
    answersOn: () => true,
    blocksDone: () => Infinity,
    body: {
      reps: { left: 11, right: 13 },
      gain: 0.9,
      tolerance: 70,
      toleranceGain: 0.08,
      irritability: 2,
      soreness: { left: 2, right: 0 },
      heals: 0.05,
      fiveCountSkill: 0.6,
      ankleCm: { left: 8, right: 10.5 },
    },
  },
  {
    name: 'Ben',
    about:
      'has pain: a sore right calf that takes little and says so the day after. Ten minutes a day, a step at home. He does what the plan says and answers every question.',
    profile: { equipment: ['wall', 'step'], goals: ['desk-back'], soreSide: 'right' },
    minutes: 10,
    heightCm: 182,
    hour: 8,
    trainsOn: () => true,
    answersOn: () => true,
    blocksDone: () => Infinity,
    body: {
      reps: { left: 22, right: 19 },
      gain: 0.3,
      tolerance: 36,
      toleranceGain: 0.02,
      irritability: 8,
      soreness: { left: 0, right: 2 },
      heals: 0,
      fiveCountSkill: 0.5,
      ankleCm: { left: 11, right: 10 },
    },
  },
  {
    name: 'Cleo',
    about:
      'skips: some days in a row, then a week or three of nothing. Ten minutes, no equipment but a wall. She often ends early and leaves questions unanswered.',
    profile: { equipment: ['wall'], goals: [], soreSide: 'none' },
    minutes: 10,
    heightCm: 174,
    hour: 21,
    trainsOn: (day) => [0, 1, 2, 3, 12, 13, 14, 34, 36, 37, 39, 48, 50, 51, 58].includes(day),
    answersOn: (day) => day % 3 !== 0,
    blocksDone: (day) => (day % 4 === 1 ? 1 : Infinity),
    body: {
      reps: { left: 20, right: 20 },
      gain: 0.5,
      tolerance: 80,
      toleranceGain: 0.05,
      irritability: 2,
      soreness: { left: 0, right: 0 },
      heals: 0,
      fiveCountSkill: 0.6,
      ankleCm: { left: 12, right: 12 },
    },
  },
];
