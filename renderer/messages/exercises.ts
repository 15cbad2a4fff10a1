import type { Family } from '../../shared/exercises/catalogue.ts';
import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import type { View } from '../../shared/exercises/framing.ts';
import type { CounterView } from '../../shared/motion/counter.ts';

/** What the exercises are called, and how they are done. Part of the catalogue of texts (`en.ts`). */
export interface ExerciseText {
  readonly name: string;
  readonly purpose: string;
  readonly steps: readonly string[];
  /** Where the camera is known to be less sure, and what helps. */
  readonly limit?: string;
}

export const EXERCISE: Record<ExerciseId, ExerciseText> = {
  'calf-raise-double': {
    name: 'Double calf raise',
    purpose: 'Wakes up and strengthens both calves.',
    steps: [
      'Stand tall, feet under your hips.',
      'Push the floor away and rise high.',
      'Come down slowly until both heels rest.',
    ],
  },
  'calf-raise-single': {
    name: 'Single calf raise',
    purpose: 'One calf carries you: the real strength builder.',
    steps: [
      'Stand on one leg, fingertips on a wall.',
      'Push the floor away and rise high.',
      'Come down slowly until the heel rests.',
    ],
  },
  'calf-raise-eccentric': {
    name: 'Slow lower, count of five',
    purpose: 'Up on two feet, down on one, slowly: for stiff calves and tendons.',
    steps: [
      'Rise on both feet.',
      'Lift one foot.',
      'Lower on the other leg while five ticks sound.',
      'Put the foot back and rise again.',
    ],
  },
  'calf-raise-decline': {
    name: 'Calf raise on a decline',
    purpose: 'The heel starts below the toes: strength over the whole way.',
    steps: [
      'Stand on one leg on a decline board, or with the heel over the edge of a step.',
      'Rise as high as you can.',
      'Come down slowly until the heel is below the toes.',
    ],
  },
  'calf-raise-bent-knee': {
    name: 'Bent-knee calf raise',
    purpose: 'Leaning forward, knee bent: the deep calf muscle.',
    steps: [
      'Face a wall, hands at shoulder height, and lean in from the ankles.',
      'Stand on one leg with its knee a little bent, and keep it so.',
      'Rise, and come down slowly.',
    ],
  },
  'pogo-double': {
    name: 'Double pogo hops',
    purpose: 'Quick springy hops: the first step towards running and jumping.',
    steps: [
      'Stand on the balls of your feet.',
      'Hop up and down with stiff legs, heels off the floor.',
      'Land softly.',
    ],
  },
  'pogo-single': {
    name: 'Single pogo hops',
    purpose: 'The same spring on one leg.',
    steps: [
      'Stand on the ball of one foot.',
      'Hop up and down with a stiff leg.',
      'Land softly, and stop if it hurts.',
    ],
  },
  'pogo-line': {
    name: 'Line hops',
    purpose: 'Hops over a line: spring with control.',
    steps: [
      'Stand on one foot beside a line on the floor.',
      'Hop over it and back, forwards first.',
      'Then from side to side.',
    ],
  },
  'pogo-travel': {
    name: 'Travelling hops',
    purpose: 'Hops that go somewhere: the last step before running hard.',
    steps: [
      'Stand at the edge of the picture, with your side to the camera.',
      'Hop across the picture on one foot.',
      'Turn round and come back.',
    ],
    limit: 'The camera counts while you are in the picture; hops outside it are yours to add.',
  },
  'glute-bridge': {
    name: 'Glute bridge',
    purpose: 'Wakes up the muscles that long sitting puts to sleep.',
    steps: [
      'Lie on your back with your side to the camera, feet flat, knees bent.',
      'Lift your hips until trunk and thighs are in line.',
      'Hold for three seconds and lower slowly.',
    ],
  },
  'glute-bridge-single': {
    name: 'Single-leg bridge',
    purpose: 'One side carries you: shows and mends a difference.',
    steps: [
      'Lie on your back with your side to the camera, one foot flat, the other leg stretched.',
      'Lift your hips, thighs side by side.',
      'Hold for three seconds and lower slowly.',
    ],
  },
  'knee-to-wall': {
    name: 'Knee to wall',
    purpose: 'Loosens a stiff ankle.',
    steps: [
      'Stand side-on to the camera, facing a wall, one foot in front of the other.',
      'Push the front knee over the toes to the wall. The heel stays down.',
      'Hold for three seconds to stretch, or rock on without a stop.',
    ],
    limit: 'Counted less surely than the others: good light helps, and + and − correct the count.',
  },
  'single-leg-balance': {
    name: 'Single-leg balance',
    purpose: 'Thirty seconds on one leg: steadier ankles and hips.',
    steps: [
      'Stand tall near a wall.',
      'Lift one foot and keep it up for thirty seconds.',
      'Touch the wall if you must.',
    ],
  },
  'wall-calf-stretch': {
    name: 'Wall calf stretch',
    purpose: 'Thirty seconds for a calf that sits too much.',
    steps: [
      'Stand side-on to the camera, hands on a wall, one foot well behind the other.',
      'Bend the front knee. Keep the knee behind straight and its heel down.',
      'Hold a light stretch for thirty seconds.',
    ],
    limit: 'Seen less surely than the others: good light helps, and bare legs.',
  },
};

export const FAMILY: Record<Family, string> = {
  'calf-raises': 'Calf raises',
  hops: 'Hops',
  bridges: 'Bridges',
  ankle: 'Ankle',
  holds: 'Holds',
};

/** The phases of a rep in the words of its exercise. */
export const PHASE: Record<Family, Record<CounterView['phase'], string>> = {
  'calf-raises': { raise: 'Raise', hold: 'Hold', lower: 'Lower', rest: 'Rest' },
  hops: { raise: 'Hop', hold: 'Hop', lower: 'Hop', rest: 'Ready' },
  bridges: { raise: 'Lift', hold: 'Hold', lower: 'Lower', rest: 'Rest' },
  ankle: { raise: 'Forward', hold: 'Hold', lower: 'Back', rest: 'Rest' },
  holds: { raise: 'Hold', hold: 'Hold', lower: 'Hold', rest: 'Rest' },
};

export const VIEW: Record<View, string> = {
  front: 'Face the camera',
  quarter: 'Face the camera, turned a little to one side',
  side: 'Stand with your side to the camera',
  lying: 'Lie with your side to the camera, lens near the floor if you can',
};
