import { type CatalogueId, isSeen, type Side } from '../../shared/exercises/exerciseIds.ts';
import { SEAT_M, SLOPE_DEG } from './ledMoves.ts';
import { isLying } from './performances.ts';
import type { Scenery, View } from './stage.ts';

const STANDING: View = { distanceM: 2.95, cameraHeightM: 1.1, facingDeg: 32, aimHeightM: 0.92 };
const LEANING: View = { distanceM: 3.1, cameraHeightM: 0.9, facingDeg: 84, aimHeightM: 0.88 };
const ROCKING: View = { distanceM: 2.9, cameraHeightM: 0.55, facingDeg: 86, aimHeightM: 0.85 };
const SIDE: View = { distanceM: 3, cameraHeightM: 0.9, facingDeg: 72, aimHeightM: 0.92 };
const LYING: View = { distanceM: 2.35, cameraHeightM: 0.7, facingDeg: 78, aimHeightM: 0.32 };

const SIDE_ON: ReadonlySet<CatalogueId> = new Set([
  'knee-to-wall',
  'knee-to-wall-test',
  'calf-raise-bent-knee',
  'wall-calf-stretch',
  'foam-roll-calf',
]);

/** From where a demonstration shows the exercise best, and what stands around. */
export function demoSceneryOf(exercise: CatalogueId, side: Side): Scenery {
  return { view: demoViewOf(exercise), ...surroundingsOf(exercise, side) };
}

/** Where a person would put the camera for the exercise, and the wall of what is done at one; for what is led it only waits. */
export function cameraSceneryOf(exercise: CatalogueId): Scenery {
  return { view: cameraViewOf(exercise), ...(isSeen(exercise) && surroundingsOf(exercise, 'both')) };
}

export function cameraViewOf(exercise: CatalogueId): View {
  if (isLying(exercise)) return { distanceM: 2.5, cameraHeightM: 0.6, facingDeg: 90, aimHeightM: 0.35 };
  if (SIDE_ON.has(exercise)) {
    return { distanceM: 2.8, cameraHeightM: 0.9, facingDeg: 90 };
  }
  return { distanceM: 2.8, cameraHeightM: 0.9, facingDeg: 15 };
}

function demoViewOf(exercise: CatalogueId): View {
  switch (exercise) {
    case 'glute-bridge':
    case 'glute-bridge-single':
    case 'pelvic-tilt':
    case 'core-brace':
    case 'long-exhale':
    case 'hamstring-tuck':
    case 'foam-roll-calf':
      return LYING;
    case 'knee-to-wall':
    case 'knee-to-wall-test':
    case 'wall-calf-stretch':
      return ROCKING;
    case 'banded-ankle-mobilisation':
    case 'calf-board-stretch':
    case 'step-drop-stretch':
    case 'hamstring-stretch':
    case 'back-rib-breathing':
    case 'hip-before-knee':
    case 'dynamic-calf-stretch':
      return SIDE;
    case 'calf-raise-bent-knee':
      return LEANING;
    case 'pogo-travel':
      return { ...STANDING, distanceM: 3.3, facingDeg: 10 };
    default:
      return STANDING;
  }
}

function surroundingsOf(exercise: CatalogueId, side: Side): Omit<Scenery, 'view'> {
  switch (exercise) {
    // Where the knee touches it.
    case 'knee-to-wall':
      return { wallAheadM: 0.43 };
    case 'knee-to-wall-test':
      return { wallAheadM: 0.45 };
    case 'wall-calf-stretch':
      return { wallAheadM: 0.75 };
    case 'calf-raise-bent-knee':
      return { wallAheadM: 1.05 };
    case 'calf-board-stretch':
      return { props: [{ kind: 'slope', deg: SLOPE_DEG }] };
    case 'hamstring-tuck':
      return { props: [{ kind: 'chair', seatM: SEAT_M, frontZ: 0.3 }] };
    case 'foam-roll-calf':
      return { props: [{ kind: 'roller' }] };
    case 'banded-ankle-mobilisation':
      return { props: [{ kind: 'band', ankle: { x: side === 'left' ? 0.055 : -0.055, y: 0.1, z: 0.13 } }] };
    default:
      return {};
  }
}
