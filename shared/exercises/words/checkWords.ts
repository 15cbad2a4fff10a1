import type { ExerciseWords } from './exerciseWords.ts';

export const CHECK_WORDS = {
  'knee-to-wall-test': {
    name: 'Knee-to-wall test',
    purpose: 'Shows how far your ankle bends.',
    setUp: 'Stand side-on to the camera with your toes a fist’s width from a wall.',
    steps: ['Touch the wall with your knee.', 'Keep the heel down all the way.', 'Hold for three seconds.'],
    faults: [
      { fault: 'The heel comes up.', fix: 'Hold a coin under the heel. If it falls, this try does not count.' },
      { fault: 'The knee falls inwards.', fix: 'Aim it at one spot on the wall, above the second toe.' },
    ],
    safety: 'Go only as far as is comfortable; a pinch in front of the ankle ends the try.',
    doseNote: 'One or two tries a side. A change of less than two centimetres is noise.',
    limit:
      'Whether the knee touches the wall is yours to say. The camera watches heel and knee, and may miss a hold: good light and bare legs help.',
    said: { name: 'knee to wall test', setUp: 'side to the camera, toes a fist from the wall' },
  },
  'heel-rise-endurance': {
    name: 'Heel-rise endurance',
    purpose: 'How often one calf lifts you, in the pace of a beat.',
    setUp: 'Stand on one leg, knee straight, fingertips on a wall.',
    steps: [
      'Rise on one beat, lower on the next.',
      'Keep the beat and the height for as long as you can.',
      'Stop when you lose either of them.',
    ],
    faults: [
      { fault: 'You fall behind the beat.', fix: 'Rise on one tick, land on the next.' },
      { fault: 'You rise less.', fix: 'Lift your head to the same mark on the wall.' },
      { fault: 'Your knee bends.', fix: 'Stay as straight as a post from heel to hip.' },
    ],
    safety: 'Stop at a cramp or at pain: the count so far is your result.',
    doseNote: 'Thirty rises a minute. Sore calves the next day are usual.',
    said: { name: 'heel rise endurance', setUp: 'stand on one leg, fingertips on a wall' },
  },
} satisfies Record<string, ExerciseWords>;
