import type { ExerciseWords } from './exerciseWords.ts';

export const STRETCH_WORDS = {
  'wall-calf-stretch': {
    name: 'Wall calf stretch',
    purpose: 'Thirty seconds for a calf that sits too much.',
    setUp: 'Stand side-on to the camera, hands on a wall, one foot well behind the other.',
    steps: [
      'Bend the front knee and lean towards the wall.',
      'Keep the knee behind straight and its heel down.',
      'Hold a light stretch for thirty seconds, then let go.',
    ],
    faults: [
      { fault: 'The heel behind comes up.', fix: 'Press a footprint into the floor.' },
      { fault: 'The foot behind turns out.', fix: 'Point it straight at the wall.' },
      { fault: 'Your hips stay back.', fix: 'Bring your belt buckle to the wall.' },
    ],
    safety: 'A light pull is enough: ease off if it turns into pain.',
    doseNote:
      'Three times a day, every hour or two when you sit a lot, and after every workout. Short of time: the tight side once.',
    limit: 'Seen less surely than the others: good light helps, and bare legs.',
    said: { name: 'wall calf stretch', setUp: 'side to the camera, hands on a wall, one foot well behind' },
  },
  'calf-board-stretch': {
    name: 'Calf-board stretch',
    purpose: 'A long stretch for the calf.',
    setUp:
      'Set a sloping board at thirty to forty-five degrees, near a wall. Stand on it with one foot, toes uphill, knee straight.',
    steps: [
      'Lift the other heel.',
      'Bring the hip forward over the board.',
      'Hold for fifteen counts, then change legs.',
    ],
    faults: [
      { fault: 'The knee bends.', fix: 'Stand on that leg as on a post.' },
      { fault: 'You fold at the hips.', fix: 'Bring your belt buckle over your toes.' },
    ],
    safety: 'Keep a hand on the wall, and step off if the pull turns into pain.',
    doseNote: 'At least three times, the legs taking turns.',
    said: { name: 'calf board stretch', setUp: 'one foot on the board, toes up, knee straight' },
  },
  'step-drop-stretch': {
    name: 'Step drop stretch',
    purpose: 'Both calves, over an edge.',
    setUp: 'Stand with the balls of both feet on the edge of a step, and hold a rail or a wall.',
    steps: ['Let both heels sink below the edge.', 'Keep your knees straight and stand tall.', 'Hold, and breathe.'],
    faults: [
      { fault: 'You bounce.', fix: 'Hang your heels like two heavy bags, and wait.' },
      { fault: 'Your seat moves back.', fix: 'Stand tall, as if hung from the ceiling by a string.' },
    ],
    safety: 'Hold on to something, and come up on both feet.',
    said: { name: 'step drop stretch', setUp: 'stand on the edge of a step, hold on to something' },
  },
  'hamstring-stretch': {
    name: 'Hamstring stretch',
    purpose: 'Loosens the back of the thigh.',
    setUp: 'Stand tall and put one heel forward on the floor, that leg straight, toes up.',
    steps: ['Push your seat back, as if to close a drawer.', 'Fold forward with a long back.', 'Hold, and breathe.'],
    faults: [
      { fault: 'Your back rounds.', fix: 'Show the writing on your shirt to the wall ahead.' },
      { fault: 'The front knee bends.', fix: 'Push the heel away along the floor.' },
    ],
    safety: 'Ease off if it tingles or pulls behind the knee.',
    said: { name: 'hamstring stretch', setUp: 'one heel forward, leg straight, stand tall' },
  },
  'foam-roll-calf': {
    name: 'Calf foam roll',
    purpose: 'Short-term ease for a tight calf.',
    setUp: 'Sit on the floor with one calf on the roller, just above the heel, hands behind you.',
    steps: [
      'Lift your seat, if that is comfortable.',
      'Roll slowly from the heel to below the knee.',
      'Roll back just as slowly.',
    ],
    faults: [
      { fault: 'You hurry.', fix: 'Let the roller creep, as if over wet sand.' },
      { fault: 'You roll over the knee.', fix: 'Turn back a hand’s width below it.' },
      { fault: 'It hurts.', fix: 'Leave your seat on the floor: less weight, same way.' },
    ],
    safety: 'Never roll a calf that is swollen, warm or red: have it looked at today.',
    doseNote: 'Five slow passes, building up to ten; two minutes after a run.',
    said: { name: 'calf foam roll', setUp: 'sit down, one calf on the roller, hands behind you' },
  },
} satisfies Record<string, ExerciseWords>;
