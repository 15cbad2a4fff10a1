import type { ExerciseWords } from './exerciseWords.ts';

const FIRST_HOPS = 'In your first session with hops, 25 to 50 landings in all are enough.';

export const HOP_WORDS = {
  'pogo-double': {
    name: 'Double pogo hops',
    purpose: 'Quick springy hops: the first step towards running and jumping.',
    setUp: 'Face the camera on an even floor, in shoes, with room above your head. Stand on the balls of both feet.',
    steps: [
      'Hop up and down with stiff legs, heels off the floor.',
      'Leave the floor as soon as you touch it.',
      'Land softly, and rest when the spring is gone.',
    ],
    faults: [
      { fault: 'Your heels come down.', fix: 'Touch the floor as if it were hot.' },
      { fault: 'Your knees bend deep.', fix: 'Bounce like a ball: short and quick.' },
      { fault: 'You wander about.', fix: 'Land on the same spot each time.' },
    ],
    safety: 'Stop at once if you feel a sharp pain in the calf, the heel or the shin.',
    doseNote: FIRST_HOPS,
    said: { name: 'double pogo hops', setUp: 'face the camera, on the balls of both feet' },
  },
  'pogo-single': {
    name: 'Single pogo hops',
    purpose: 'The same spring on one leg.',
    setUp: 'Face the camera on an even floor, in shoes, with room above your head. Stand on the ball of one foot.',
    steps: [
      'Hop up and down with a stiff leg.',
      'Leave the floor as soon as you touch it.',
      'Land softly, and stop if it hurts.',
    ],
    faults: [
      { fault: 'Your heel comes down.', fix: 'Touch the floor as if it were hot.' },
      { fault: 'Your knee falls inwards.', fix: 'Point the kneecap at the camera as you land.' },
      { fault: 'You land with a thud.', fix: 'Land so quietly that nobody next door hears you.' },
    ],
    safety: 'Stop at once if you feel a sharp pain, and leave hops out on a sore day.',
    doseNote: FIRST_HOPS,
    said: { name: 'single pogo hops', setUp: 'face the camera, on the ball of one foot' },
  },
  'pogo-line': {
    name: 'Line hops',
    purpose: 'Hops over a line: spring with control.',
    setUp:
      'Lay a strip of tape on an even floor. Stand on one foot beside it, turned a little to one side of the camera.',
    steps: [
      'Hop over the line and back, forwards first.',
      'Then hop over it from side to side.',
      'Stay springy: short hops, heel off the floor.',
    ],
    faults: [
      { fault: 'You land on the line.', fix: 'Clear it by the width of a hand.' },
      { fault: 'You stop after each hop.', fix: 'Let the floor send you straight back.' },
      { fault: 'Your body sways.', fix: 'Keep your eyes on one mark on the wall ahead.' },
    ],
    safety: 'Use flat tape rather than a rope, and stop if the ankle feels unsteady.',
    doseNote: `Some sets go forwards and back, some from side to side. ${FIRST_HOPS}`,
    said: { name: 'line hops', setUp: 'stand on one foot beside the line' },
  },
  'pogo-travel': {
    name: 'Travelling hops',
    purpose: 'Hops that go somewhere: the last step before running hard.',
    setUp:
      'Clear four long steps of even floor. Stand on one foot at the edge of the picture, with your side to the camera.',
    steps: [
      'Hop forwards across the picture, one hop into the next.',
      'Turn round and come back.',
      'Then travel the same way sideways, facing the camera.',
    ],
    faults: [
      { fault: 'You leap far and land hard.', fix: 'Take short hops, like a stone skipping over water.' },
      { fault: 'You stop between hops.', fix: 'Let each landing throw you into the next hop.' },
      { fault: 'You lean far forward.', fix: 'Keep your head above your foot.' },
    ],
    safety: 'Be sure that nothing lies in your way, and stop at once if you feel a sharp pain.',
    doseNote: `Some sets go forwards, some sideways. ${FIRST_HOPS}`,
    limit: 'The camera counts while you are in the picture; hops outside it are yours to add.',
    said: { name: 'travelling hops', setUp: 'one foot, at the edge of the picture, side to the camera' },
  },
} satisfies Record<string, ExerciseWords>;
