import type { CatalogueId } from './exerciseIds.ts';
import { CHECK_WORDS } from './words/checkWords.ts';
import type { ExerciseWords } from './words/exerciseWords.ts';
import { HOP_WORDS } from './words/hopWords.ts';
import { MOBILITY_WORDS } from './words/mobilityWords.ts';
import { PELVIS_WORDS } from './words/pelvisWords.ts';
import { STRENGTH_WORDS } from './words/strengthWords.ts';
import { STRETCH_WORDS } from './words/stretchWords.ts';

/** What the exercises are called, and how they are done, in English: the words to the figures of `catalogue.ts`. */
export const EXERCISE_WORDS: Record<CatalogueId, ExerciseWords> = {
  ...STRENGTH_WORDS,
  ...HOP_WORDS,
  ...MOBILITY_WORDS,
  ...STRETCH_WORDS,
  ...PELVIS_WORDS,
  ...CHECK_WORDS,
};
