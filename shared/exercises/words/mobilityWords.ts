import type { ExerciseWords } from './exerciseWords.ts';

export const MOBILITY_WORDS = {
  'knee-to-wall': {
    name: 'Knee to wall',
    purpose: 'Loosens a stiff ankle.',
    setUp: 'Stand side-on to the camera, facing a wall, one foot in front of the other.',
    steps: [
      'Push the front knee over the toes to the wall.',
      'Keep the heel down all the way.',
      'Hold for three seconds to stretch, or rock on without a stop.',
    ],
    faults: [
      { fault: 'The heel comes up.', fix: 'Hold a coin under the heel, or move the foot nearer to the wall.' },
      { fault: 'The knee falls inwards.', fix: 'Aim it at one spot on the wall, above the second toe.' },
      { fault: 'Your hips twist.', fix: 'Point your belt buckle at the wall.' },
    ],
    safety: 'A pull in the calf is fine; stop if the front of the ankle pinches.',
    doseNote: 'Before a run, when the knee-to-wall test did not pass.',
    limit: 'Counted less surely than the others: good light helps, and + and − correct the count.',
    said: { name: 'knee to wall', setUp: 'face a wall, side to the camera, one foot in front' },
  },
  'dynamic-calf-stretch': {
    name: 'Dynamic calf stretch',
    purpose: 'Warms the calves up and down.',
    setUp: 'Stand tall with your feet under your hips and a wall within reach.',
    steps: ['Rise onto your toes.', 'Roll back onto your heels and lift the toes.', 'Keep it flowing.'],
    faults: [
      { fault: 'You lean back as the toes lift.', fix: 'Keep your head under the same spot of the ceiling.' },
      { fault: 'You hurry.', fix: 'Roll over the floor like a rocking chair.' },
    ],
    safety: 'Touch the wall whenever you feel unsteady.',
    said: { name: 'dynamic calf stretch', setUp: 'stand tall, feet under your hips' },
  },
  'banded-ankle-mobilisation': {
    name: 'Banded ankle mobilisation',
    purpose: 'Frees a stiff ankle joint.',
    setUp:
      'Tie the band low to something heavy behind you and loop it around the front of your ankle. Step forward until it pulls.',
    steps: [
      'Rock the knee forward over the toes.',
      'Let the band pull the ankle back.',
      'Come back, and keep the heel down throughout.',
    ],
    faults: [
      { fault: 'The heel comes up.', fix: 'Keep the whole shoe flat on the floor.' },
      { fault: 'The band sits on the shin.', fix: 'Slide it down to the crease where the foot begins.' },
      { fault: 'The band hangs loose.', fix: 'Step forward until it is as tight as a washing line.' },
    ],
    safety: 'Use a whole band on something that cannot move, and stop if the joint pinches.',
    limit: 'The camera cannot see a joint glide, so the voice leads you.',
    said: { name: 'banded ankle mobilisation', setUp: 'band around your ankle, step forward until it pulls' },
  },
} satisfies Record<string, ExerciseWords>;
