import type { CatalogueId, ExerciseId } from './exerciseIds.ts';
import type { SourceId } from './sources.ts';

/** What the app knows of everything it coaches, but for the words (`words.ts`) and what the camera needs (`motion.ts`). */
export interface CatalogueEntry {
  readonly section: Section;
  readonly verification: Verification;
  /** Done with one leg at a time. */
  readonly isOneSided: boolean;
  readonly dose: Dose;
  readonly sources: readonly SourceId[];
  /** Groups of equipment: one of each group is needed. */
  readonly needs: readonly (readonly Equipment[])[];
}

export const SECTIONS = ['strength', 'hops', 'mobility', 'stretch', 'pelvis', 'check'] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * `counted`: the camera counts reps and times them. `held`: it checks a position and times the hold. `timed`: a clock with
 * cues, and no claim of the camera. `guided`: spoken steps.
 */
export const VERIFICATIONS = ['counted', 'held', 'timed', 'guided'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

export const EQUIPMENT = ['step', 'decline-board', 'wall', 'band', 'roller'] as const;
export type Equipment = (typeof EQUIPMENT)[number];

/** Least and most of each; sets, reps and times are for one side of what is done one leg at a time. */
export interface Dose {
  readonly sets: Range;
  /** Of what the camera counts; holds are counted too. */
  readonly reps?: Range;
  /** Of what a clock leads: one go, in ms. */
  readonly goMs?: Range;
  /** Between two sets, in ms. */
  readonly restMs: number;
  /** Sessions a week, where the source limits them. */
  readonly perWeek?: Range;
}
export type Range = readonly [number, number];

const REST_MS = 60_000;
const SHORT_REST_MS = 30_000;
const LADDER: Dose = { sets: [3, 5], reps: [15, 20], restMs: REST_MS };
/** One side after the other, hardly a pause. */
const once = (goMs: Range, sets: Range = [1, 1]): Dose => ({ sets, goMs, restMs: 10_000 });

const CATALOGUE: Record<CatalogueId, CatalogueEntry> = {
  'calf-raise-double': strength({ sets: [3, 3], reps: [10, 15], restMs: REST_MS }, ['silbernagel', 'practice'], false),
  'calf-raise-single': strength(LADDER, ['runners-world']),
  'calf-raise-decline': strength(LADDER, ['runners-world'], true, [['decline-board', 'step']]),
  'calf-raise-eccentric': strength(
    { sets: [3, 3], reps: [15, 15], restMs: REST_MS },
    ['runners-world', 'alfredson'],
    true,
    [['step']],
  ),
  'calf-raise-bent-knee': strength(
    { sets: [2, 2], reps: [15, 15], restMs: REST_MS, perWeek: [2, 3] },
    ['runners-world'],
    true,
    [['wall'], ['decline-board', 'step']],
  ),
  'pogo-double': hops({ sets: [3, 3], reps: [15, 15], restMs: REST_MS, perWeek: [2, 3] }, ['practice'], false),
  'pogo-single': hops({ ...LADDER, perWeek: [2, 3] }, ['runners-world', 'practice']),
  'pogo-line': hops({ ...LADDER, perWeek: [2, 3] }, ['runners-world', 'practice']),
  'pogo-travel': hops({ ...LADDER, perWeek: [2, 3] }, ['runners-world', 'practice']),
  'knee-to-wall': {
    ...{ section: 'mobility', verification: 'counted', isOneSided: true },
    dose: { sets: [1, 1], reps: [20, 20], restMs: SHORT_REST_MS },
    sources: ['runners-world', 'forefront'],
    needs: [['wall']],
  },
  'dynamic-calf-stretch': {
    ...{ section: 'mobility', verification: 'counted', isOneSided: false },
    dose: { sets: [1, 1], reps: [10, 15], restMs: SHORT_REST_MS },
    sources: ['forefront', 'practice'],
    needs: [],
  },
  'banded-ankle-mobilisation': {
    ...{ section: 'mobility', verification: 'guided', isOneSided: true },
    dose: once([60_000, 60_000]),
    sources: ['forefront', 'practice'],
    needs: [['band']],
  },
  'wall-calf-stretch': {
    ...{ section: 'stretch', verification: 'held', isOneSided: true },
    // Twice a side; once, on the tight side, where time is short.
    dose: { sets: [1, 1], reps: [1, 2], restMs: SHORT_REST_MS },
    sources: ['sparcc', 'kaselj', 'practice'],
    needs: [['wall']],
  },
  'calf-board-stretch': stretch(once([15_000, 15_000], [3, 3]), ['sparcc'], true, [['decline-board']]),
  'step-drop-stretch': stretch(once([15_000, 30_000], [1, 2]), ['sparcc'], false, [['step']]),
  'hamstring-stretch': stretch(once([30_000, 30_000]), ['sparcc', 'practice'], true),
  'foam-roll-calf': stretch(once([60_000, 120_000]), ['kaselj', 'runners-world'], true, [['roller']]),
  'glute-bridge': pelvis('counted', { sets: [3, 3], reps: [12, 15], restMs: REST_MS }, ['forefront', 'practice']),
  'glute-bridge-single': {
    ...pelvis('counted', { sets: [3, 3], reps: [12, 15], restMs: REST_MS }, ['forefront', 'practice']),
    isOneSided: true,
  },
  'pelvic-tilt': pelvis('guided', { ...once([75_000, 75_000]), perWeek: [2, 7] }, ['runners-world', 'practice']),
  'single-leg-balance': {
    ...pelvis('held', { sets: [1, 2], reps: [1, 1], restMs: SHORT_REST_MS }, ['forefront', 'practice']),
    isOneSided: true,
  },
  'core-brace': pelvis('guided', once([60_000, 60_000]), ['forefront', 'practice']),
  'back-rib-breathing': pelvis('guided', once([60_000, 90_000]), ['runners-lab', 'practice']),
  'long-exhale': pelvis('guided', once([60_000, 90_000]), ['runners-lab', 'practice']),
  'hamstring-tuck': pelvis('guided', once([60_000, 60_000]), ['runners-lab', 'practice']),
  'hip-before-knee': {
    ...pelvis('guided', once([48_000, 48_000]), ['runners-lab', 'practice']),
    isOneSided: true,
  },
  'knee-to-wall-test': {
    ...{ section: 'check', verification: 'held', isOneSided: true },
    dose: { sets: [1, 1], reps: [1, 1], restMs: 10_000 },
    sources: ['runners-world', 'practice'],
    needs: [['wall']],
  },
  'heel-rise-endurance': {
    ...{ section: 'check', verification: 'counted', isOneSided: true },
    dose: { sets: [1, 1], reps: [60, 60], restMs: 120_000 },
    sources: ['hebert-losier'],
    needs: [['wall']],
  },
};

export function catalogueEntry(id: CatalogueId): CatalogueEntry {
  return CATALOGUE[id];
}

/** What a section holds, from the easiest on. */
export function exercisesOf(section: Section): CatalogueId[] {
  return (Object.keys(CATALOGUE) as CatalogueId[]).filter((id) => CATALOGUE[id].section === section);
}

/** What is missing for an exercise: of each such group one piece would do. */
export function missingEquipment(id: CatalogueId, atHand: readonly Equipment[]): readonly (readonly Equipment[])[] {
  return CATALOGUE[id].needs.filter((group) => !group.some((piece) => atHand.includes(piece)));
}

/** Which movement the camera follows: what can be measured of a rep, and what its phases are called. */
export const FAMILIES = ['calf-raises', 'hops', 'bridges', 'ankle', 'holds'] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY_OF: Record<ExerciseId, Family> = {
  'calf-raise-double': 'calf-raises',
  'calf-raise-single': 'calf-raises',
  'calf-raise-eccentric': 'calf-raises',
  'calf-raise-decline': 'calf-raises',
  'calf-raise-bent-knee': 'calf-raises',
  'dynamic-calf-stretch': 'calf-raises',
  'heel-rise-endurance': 'calf-raises',
  'pogo-double': 'hops',
  'pogo-single': 'hops',
  'pogo-line': 'hops',
  'pogo-travel': 'hops',
  'glute-bridge': 'bridges',
  'glute-bridge-single': 'bridges',
  'knee-to-wall': 'ankle',
  'single-leg-balance': 'holds',
  'wall-calf-stretch': 'holds',
  'knee-to-wall-test': 'holds',
};

export function familyOf(exercise: ExerciseId): Family {
  return FAMILY_OF[exercise];
}

function strength(
  dose: Dose,
  sources: readonly SourceId[],
  isOneSided = true,
  needs: CatalogueEntry['needs'] = [],
): CatalogueEntry {
  return { section: 'strength', verification: 'counted', isOneSided, dose, sources, needs };
}

function hops(dose: Dose, sources: readonly SourceId[], isOneSided = true): CatalogueEntry {
  return { section: 'hops', verification: 'counted', isOneSided, dose, sources, needs: [] };
}

function stretch(
  dose: Dose,
  sources: readonly SourceId[],
  isOneSided: boolean,
  needs: CatalogueEntry['needs'] = [],
): CatalogueEntry {
  return { section: 'stretch', verification: 'timed', isOneSided, dose, sources, needs };
}

function pelvis(verification: Verification, dose: Dose, sources: readonly SourceId[]): CatalogueEntry {
  return { section: 'pelvis', verification, isOneSided: false, dose, sources, needs: [] };
}
