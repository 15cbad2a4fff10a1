import type { ExerciseWords } from './exerciseWords.ts';

export const STRENGTH_WORDS = {
  'calf-raise-double': {
    name: 'Double calf raise',
    purpose: 'Wakes up and strengthens both calves.',
    setUp: 'Stand tall with your feet under your hips and a wall within reach.',
    steps: [
      'Push the floor away and rise high.',
      'Stay at the top for a moment.',
      'Come down slowly until both heels rest.',
    ],
    faults: [
      { fault: 'You bounce off the floor.', fix: 'Let both heels rest, then push the floor away again.' },
      { fault: 'Your weight rolls to the outside.', fix: 'Leave a print of both big toes in the floor.' },
      { fault: 'You tip forward.', fix: 'Rise straight up, as if to touch the ceiling with your head.' },
    ],
    safety: 'Stop if you feel a sharp pain in the calf or the heel.',
    said: { name: 'double calf raise', setUp: 'stand tall, feet under your hips, a wall within reach' },
  },
  'calf-raise-single': {
    name: 'Single calf raise',
    purpose: 'One calf carries you: the real strength builder.',
    setUp: 'Stand on one leg, the other foot off the floor, with your fingertips on a wall or the back of a chair.',
    steps: [
      'Push the floor away and rise high.',
      'Stay at the top for a moment.',
      'Come down slowly until the heel rests.',
    ],
    faults: [
      { fault: 'You rise less and less.', fix: 'Pick a mark on the wall and lift your head to it each time.' },
      { fault: 'Your knee bends and helps.', fix: 'Stay as straight as a post: only the heel leaves the floor.' },
      { fault: 'Your hands pull you up.', fix: 'Touch the wall as lightly as wet paint.' },
      { fault: 'You drop at the end.', fix: 'Set the heel down without a sound.' },
    ],
    safety: 'Keep something to hold within reach, and stop if the calf cramps.',
    doseNote: 'Before a run, three sets are enough.',
    said: { name: 'single calf raise', setUp: 'stand on one leg, fingertips on a wall' },
  },
  'calf-raise-eccentric': {
    name: 'Slow lower, count of five',
    purpose: 'Up on two feet, down on one, slowly: for stiff calves and tendons.',
    setUp:
      'Stand with the balls of both feet on the edge of a step, your heels over the edge and a rail or wall in reach.',
    steps: [
      'Rise on both feet.',
      'Lift one foot.',
      'Lower on the other leg, past the edge, while five ticks sound.',
      'Put the foot back and rise on both again.',
    ],
    faults: [
      { fault: 'You drop through the last part.', fix: 'Let the heel travel until the fifth tick.' },
      { fault: 'You rise on one leg.', fix: 'Put both feet on the step first: the way up is shared.' },
      { fault: 'You turn to one side.', fix: 'Keep both pockets pointing straight ahead.' },
    ],
    safety: 'Hold on to something, and be sure that the step cannot move.',
    doseNote: 'Twice a day for twelve weeks is Alfredson’s own scheme: an option, not where to begin.',
    limit: 'From the side the change to one leg is hidden, and with it the start of the lowering: face the camera.',
    said: { name: 'slow lower, count of five', setUp: 'stand on the edge of a step, heels over the edge' },
  },
  'calf-raise-decline': {
    name: 'Calf raise on a decline',
    purpose: 'The heel starts below the toes: strength over the whole way.',
    setUp:
      'Stand on one leg on a decline board, heel at its low end, or with the heel over the edge of a step. Hold a rail or a wall.',
    steps: [
      'Let the heel sink below the toes.',
      'Push the board away and rise as high as you can.',
      'Come down slowly until the heel is below the toes again.',
    ],
    faults: [
      { fault: 'You turn back when the foot is level.', fix: 'Let the heel reach for the floor before you rise.' },
      { fault: 'Your knee bends and swings you up.', fix: 'Stay as straight as a post from heel to hip.' },
      { fault: 'You lean on your hands.', fix: 'Hold the rail as if it were made of paper.' },
    ],
    safety: 'Hold on to something, and be sure that the board or step cannot slip.',
    doseNote: 'Before a run, three sets are enough.',
    said: { name: 'calf raise on a decline', setUp: 'one foot on the board, heel low, one hand on a wall' },
  },
  'calf-raise-bent-knee': {
    name: 'Bent-knee calf raise',
    purpose: 'Leaning forward, knee bent: the deep calf muscle.',
    setUp:
      'Face a wall, hands on it at shoulder height, the ball of one foot on a board or step. Lean in from the ankles and bend the knee a little.',
    steps: [
      'Let the heel sink slightly below the toes.',
      'Push the board away and rise. The knee stays bent.',
      'Come down slowly.',
    ],
    faults: [
      { fault: 'The knee straightens on the way up.', fix: 'Keep the kneecap as near to the wall as at the start.' },
      { fault: 'You fold at the hips.', fix: 'Lean in like a plank, one line from heel to head.' },
      { fault: 'The heel stops early.', fix: 'Let it dip below the edge each time.' },
    ],
    safety: 'Be sure that the board cannot slip, and stop if the tendon above the heel hurts.',
    said: { name: 'bent knee calf raise', setUp: 'face a wall, lean in, one knee a little bent' },
  },
} satisfies Record<string, ExerciseWords>;
