import { LOOKS } from '../../renderer/athlete/figure.ts';
import type { TrueRep } from '../../renderer/athlete/movements.ts';
import { median } from '../bench/stats.ts';
import type { BenchClip } from './benchClip.ts';

/** What a clip's conditions are called in the tables, by kind. */
export const CONDITIONS: Readonly<Record<string, (bench: BenchClip) => string | null>> = {
  view: ({ clip }) => viewOf(clip.stage.view.facingDeg),
  'frames a second': ({ clip }) =>
    band(clip.camera.fps, [13, '10–12'], [22, '15–20'], [28, '24–25'], [45, '30'], [99, '60']),
  'frames lost': ({ clip }) => band(clip.camera.dropped, [0.001, 'none'], [0.03, '2 %'], [1, '5–12 %']),
  distance: ({ clip }) => band(clip.stage.view.distanceM, [2.8, 'under 2.8 m'], [3.4, '2.8–3.4 m'], [9, 'over 3.4 m']),
  'camera height': ({ clip }) =>
    band(clip.stage.view.cameraHeightM, [0.7, 'under 0.7 m'], [1.1, '0.7–1.1 m'], [9, 'over 1.1 m']),
  light: ({ clip }) => band(clip.stage.light, [0.25, 'dark'], [0.6, 'dim'], [9, 'bright']),
  noise: ({ clip }) => band(clip.camera.noise, [3, 'under 3 levels'], [5, '3–5 levels'], [99, 'over 5 levels']),
  body: ({ clip }) => band(clip.stage.personHeightCm, [165, 'under 165 cm'], [180, '165–180 cm'], [999, 'over 180 cm']),
  look: ({ clip }) => `${1 + LOOKS.findIndex((look) => look.skin === clip.stage.look.skin)}`,
  tempo: ({ clip, idle }) => (idle ? null : tempoOf(clip.movement.reps)),
};

/** Facing 90 is the left side of the picture: the person's own right side is near the camera then. */
function viewOf(facingDeg: number): string {
  const away = Math.abs(facingDeg);
  if (away > 120) return 'behind';
  if (away <= 20) return 'front';
  return `${away <= 60 ? 'quarter' : 'side'}, facing ${facingDeg > 0 ? 'left' : 'right'}`;
}

function tempoOf(reps: readonly TrueRep[]): string {
  const lengths = reps.map((rep) => {
    const [from, to] = [rep.startMs ?? rep.takeoffMs ?? 0, rep.endMs ?? rep.landMs ?? 0];
    return to - from;
  });
  const gaps = reps.slice(1).map((rep, i) => rep.topMs - (reps[i]?.topMs ?? 0));
  const repMs = Math.max(median(lengths), reps[0]?.flightMs === undefined ? 0 : median(gaps));
  return band(repMs, [1000, 'under 1 s a rep'], [2000, '1–2 s'], [4000, '2–4 s'], [99_999, 'over 4 s']);
}

/** The first band whose end lies above the value. */
function band(value: number, ...bands: readonly (readonly [below: number, name: string])[]): string {
  const found = bands.find(([below]) => value < below);
  if (!found) throw new RangeError(`No band holds ${value}.`);
  return found[1];
}
