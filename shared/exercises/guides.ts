import type { LedId } from './exerciseIds.ts';

/** How the voice leads through what the camera does not follow. */
export interface Guide {
  /** Said one after the other while the person gets ready, before the clock starts. */
  readonly intro?: readonly GuidePhrase[];
  /** What is said over and over until the go is over. */
  readonly cycle: {
    /** A go is a whole number of these. */
    readonly ms: number;
    /** From the start of the cycle, in ms, in order. */
    readonly cues: readonly { readonly atMs: number; readonly phrase: GuidePhrase }[];
  };
}

/** The spoken words; on the screen they are the same. */
export const GUIDE_PHRASES = {
  'guide-knee-forward': 'knee forward',
  'guide-and-back': 'and back',
  'guide-heel-stays': 'the heel stays down',
  'guide-settle-in': 'settle in',
  'guide-sink': 'breathe out and sink a little',
  'guide-slowly-up': 'slowly up',
  'guide-and-down': 'and down',
  'guide-press-back': 'press your low back down',
  'guide-let-go': 'let go',
  'guide-waist-firm': 'breathe out, waist firm',
  'guide-lift-foot': 'lift one foot',
  'guide-and-other': 'and the other',
  'guide-into-ribs': 'into your back ribs',
  'guide-slowly-out': 'and slowly out',
  'guide-breathe-in': 'breathe in',
  'guide-hum-out': 'hum it all out',
  'guide-pause': 'pause',
  'guide-heels-down': 'pull your heels down',
  'guide-tailbone-up': 'tailbone curls up, seat soft',
  'guide-hip-first': 'hip first',
  'guide-then-knee': 'then the knee',
  'guide-back-down': 'back down',
} as const satisfies Record<`guide-${string}`, string>;
export type GuidePhrase = keyof typeof GUIDE_PHRASES;

/**
 * The clock itself speaks at half-way and in the last three seconds. The cue of a stretch therefore comes nine seconds
 * into each fifteen: after the half of the shortest go, and clear of its end.
 */
const STRETCH: Guide = {
  intro: ['guide-settle-in'],
  cycle: { ms: 15_000, cues: [{ atMs: 9_000, phrase: 'guide-sink' }] },
};

const GUIDES: Record<LedId, Guide> = {
  'banded-ankle-mobilisation': {
    intro: ['guide-heel-stays'],
    cycle: cycle(6_000, [0, 'guide-knee-forward'], [3_000, 'guide-and-back']),
  },
  'calf-board-stretch': STRETCH,
  'step-drop-stretch': STRETCH,
  'hamstring-stretch': STRETCH,
  // A pass is from the heel to below the knee and back: five in a minute.
  'foam-roll-calf': { cycle: cycle(12_000, [0, 'guide-slowly-up'], [6_000, 'guide-and-down']) },
  'pelvic-tilt': { cycle: cycle(5_000, [0, 'guide-press-back'], [3_000, 'guide-let-go']) },
  'core-brace': {
    cycle: cycle(
      15_000,
      [0, 'guide-waist-firm'],
      [4_000, 'guide-lift-foot'],
      [8_000, 'guide-and-other'],
      [12_000, 'guide-let-go'],
    ),
  },
  'back-rib-breathing': {
    intro: ['guide-settle-in'],
    cycle: cycle(10_000, [0, 'guide-into-ribs'], [4_000, 'guide-slowly-out']),
  },
  'long-exhale': {
    intro: ['guide-settle-in'],
    cycle: cycle(15_000, [0, 'guide-breathe-in'], [4_000, 'guide-hum-out'], [12_000, 'guide-pause']),
  },
  'hamstring-tuck': {
    cycle: cycle(12_000, [0, 'guide-heels-down'], [3_000, 'guide-tailbone-up'], [9_000, 'guide-let-go']),
  },
  'hip-before-knee': {
    cycle: cycle(8_000, [0, 'guide-hip-first'], [2_500, 'guide-then-knee'], [5_000, 'guide-back-down']),
  },
};

export function guideOf(exercise: LedId): Guide {
  return GUIDES[exercise];
}

function cycle(ms: number, ...cues: readonly [atMs: number, phrase: GuidePhrase][]): Guide['cycle'] {
  return { ms, cues: cues.map(([atMs, phrase]) => ({ atMs, phrase })) };
}
