import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';

/** A line drawing of an exercise, 160 wide and 120 high, the floor at 110: the body from the side, facing right. */
export interface Figure {
  readonly head: readonly [x: number, y: number];
  /** Trunk and the limbs nearer to the eye. */
  readonly near: string;
  readonly far?: string;
  /** What stands around: walls, steps, chairs. */
  readonly things?: string;
  /** Where it goes. */
  readonly way?: string;
}

const UP = 'M128 86V58M122 64l6-6 6 6';
const DOWN_BESIDE_STEP = 'M52 66V94M46 88l6 6 6-6';
const STEP = 'M86 110V94H148V110Z';
const WALL = 'M126 12V110';
const LYING = 'M46 103H79L97 80 104 105 114 107';

const TIPTOE = 'M80 28V58V79L80 98 90 107';
const ONE_LEG_UP = 'M80 58 84 78 66 86';
const TO_WALL = 'M80 33 98 44 124 38';
const IN_THE_AIR = 'M80 22V52V72L80 90 87 100';
const AT_WALL = 'M92 36V66L112 80 101 105 112 107M92 42 106 52 124 46';

const FIGURES: Record<CatalogueId, Figure> = {
  'calf-raise-double': {
    head: [80, 16],
    near: TIPTOE,
    far: 'M81 58 88 79 90 98 100 107M80 33 70 46 73 60',
    way: UP,
  },
  'calf-raise-single': { head: [80, 16], near: `${TIPTOE}${TO_WALL}`, far: ONE_LEG_UP, things: WALL },
  'calf-raise-eccentric': {
    head: [84, 10],
    near: 'M84 22V52L83 73 83 93 96 91',
    far: 'M84 52 98 64 94 82 103 86M84 27 74 40 77 54',
    things: STEP,
    way: DOWN_BESIDE_STEP,
  },
  'calf-raise-decline': {
    head: [80, 16],
    near: `M80 28V58L79 79 77 100 93 96${TO_WALL}`,
    far: ONE_LEG_UP,
    things: `M62 110H104V95Z${WALL}`,
  },
  'calf-raise-bent-knee': {
    head: [107, 27],
    near: 'M98 37 83 64 92 83 78 101 91 100M97 42 110 53 124 44',
    far: 'M83 64 86 85 68 90',
    things: `M60 110H102V98Z${WALL}`,
  },
  'pogo-double': {
    head: [80, 10],
    near: IN_THE_AIR,
    far: 'M81 52 88 72 89 90 97 100M80 27 69 39 76 50',
    way: 'M128 92V56M122 62l6-6 6 6M122 86l6 6 6-6',
  },
  'pogo-single': {
    head: [80, 10],
    near: IN_THE_AIR,
    far: 'M80 52 85 72 67 80M80 27 69 39 76 50',
    way: 'M128 92V56M122 62l6-6 6 6M122 86l6 6 6-6',
  },
  'pogo-line': {
    head: [80, 10],
    near: IN_THE_AIR,
    far: 'M80 52 85 72 67 80M80 27 69 39 76 50',
    way: 'M73 110H87M50 100Q56 80 66 74M110 100Q104 80 94 74M44 93l6 7 6-6M116 93l-6 7-6-6',
  },
  'pogo-travel': {
    head: [56, 10],
    near: 'M56 22V52V72L56 90 63 100',
    far: 'M56 52 61 72 43 80M56 27 45 39 52 50',
    way: 'M80 102Q95 70 110 102Q122 76 137 98M130 95l8 4 2-9',
  },
  'knee-to-wall': {
    head: [94, 24],
    near: AT_WALL,
    far: 'M92 66 80 87 64 104 74 107',
    things: WALL,
    way: 'M48 62H68M62 56l6 6-6 6',
  },
  'dynamic-calf-stretch': {
    head: [79, 20],
    near: 'M80 32V62V84L80 105 91 99',
    far: 'M81 62 88 84 90 105 101 99M80 37 70 50 73 64',
    way: 'M114 104Q122 94 114 84M108 88l6-4 4 7',
  },
  'banded-ankle-mobilisation': {
    head: [90, 24],
    near: 'M88 36V66L111 80 101 105 112 107M88 41 96 56 106 70',
    far: 'M88 66 78 87 62 104 72 107',
    things: 'M22 110V92H34V110',
    way: 'M34 101H98',
  },
  'wall-calf-stretch': {
    head: [105, 31],
    near: 'M97 41 82 67 66 88 51 105 61 107M97 45 110 54 124 47',
    far: 'M82 67 102 82 96 105 106 107',
    things: WALL,
  },
  'calf-board-stretch': {
    head: [90, 14],
    near: 'M89 26 88 56 85 78 83 99 97 90',
    far: 'M88 56 82 78 64 96 72 106M89 31 79 44 82 57',
    things: 'M72 110H106V85Z',
  },
  'step-drop-stretch': {
    head: [84, 10],
    near: 'M84 22V52L83 73 83 94 96 90',
    far: 'M85 52 92 73 93 92 106 89M84 27 74 40 77 54',
    things: STEP,
    way: DOWN_BESIDE_STEP,
  },
  'hamstring-stretch': {
    head: [107, 36],
    near: 'M97 43 70 61 87 83 104 104 109 94M95 46 98 60 92 74',
    far: 'M70 61 72 84 66 105 76 107',
    way: 'M58 60H42M48 54l-6 6 6 6',
  },
  'foam-roll-calf': {
    head: [56, 56],
    near: 'M57 67 64 100 90 92 116 95 120 85M57 71 44 86 38 107',
    far: 'M64 100 78 80 80 106 89 107',
    things: 'M103 95a7.5 7.5 0 1 1-.1 0Z',
    way: 'M92 76H118M98 70l-6 6 6 6M112 70l6 6-6 6',
  },
  'glute-bridge': {
    head: [35, 101],
    near: 'M46 102 75 87 99 75 104 104 114 107M48 106H70',
    way: 'M75 76V52M69 58l6-6 6 6',
  },
  'glute-bridge-single': {
    head: [35, 101],
    near: 'M46 102 75 87 99 75 104 104 114 107M48 106H70',
    far: 'M75 87 101 72 124 58 126 50',
    way: 'M72 76V52M66 58l6-6 6 6',
  },
  'pelvic-tilt': {
    head: [35, 101],
    near: `${LYING}M48 106H68`,
    way: 'M84 92Q76 80 62 86M69 79l-8 7 9 4',
  },
  'single-leg-balance': {
    head: [80, 20],
    near: 'M80 32V62V84L80 105 90 107M80 38 95 48 106 42',
    far: 'M80 62 97 74 91 94 100 98M80 38 66 50 58 44',
  },
  'core-brace': {
    head: [35, 101],
    near: `${LYING}M50 101V74`,
    far: 'M79 103 96 74 102 94 112 95',
    way: 'M128 96V76M122 82l6-6 6 6',
  },
  'back-rib-breathing': {
    head: [108, 60],
    near: 'M97 54 68 58 84 82 78 105 88 107M93 58 96 72 86 80',
    way: 'M70 42Q82 32 94 40M66 32Q82 18 100 28',
  },
  'long-exhale': {
    head: [35, 101],
    near: `${LYING}M50 102 60 91 68 98`,
    way: 'M34 80q6-6 12 0t12 0 12 0 12 0',
  },
  'hamstring-tuck': {
    head: [35, 101],
    near: 'M46 103H76L78 78 103 78 105 69M48 106H68',
    things: 'M96 84H132M100 84V110M128 84V110M132 84V54',
    way: 'M103 62V42M97 56l6 6 6-6',
  },
  'hip-before-knee': {
    head: [80, 26],
    near: 'M79 38 78 69 101 80 99 105 109 107',
    far: 'M78 69 66 91 44 100 50 107M79 43 68 55 73 67',
    way: 'M94 64H116M110 58l6 6-6 6',
  },
  'knee-to-wall-test': {
    head: [94, 24],
    near: AT_WALL,
    far: 'M92 66 80 87 64 104 74 107',
    things: WALL,
    way: 'M114 117H126M114 114v6M126 114v6',
  },
  'heel-rise-endurance': {
    head: [80, 16],
    near: `${TIPTOE}${TO_WALL}`,
    far: ONE_LEG_UP,
    things: WALL,
    way: 'M34 88V70M44 88V62M54 88V70',
  },
};

export function figureOf(exercise: CatalogueId): Figure {
  return FIGURES[exercise];
}
