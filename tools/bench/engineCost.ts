import { initialCounter, stepCounter } from '../../shared/motion/counter.ts';
import { formatTrace, parseTrace } from '../../shared/trace/trace.ts';
import { drawnFrames, everyFrame } from '../../tests/support/drawnPose.ts';
import { raises } from '../clips/clips.ts';
import { randomFrom } from '../clips/random.ts';
import { median, percentile } from './stats.ts';

/** What the motion engine costs: microseconds a sample, over slow and quick raises at 30 frames a second. */
export interface EngineCost {
  readonly samples: number;
  readonly medianUs: number;
  readonly p95Us: number;
}

const ROUNDS = 20;

export function measureEngine(): EngineCost {
  const tempo = { raiseMs: 950, holdMs: 600, lowerMs: 5000, restMs: 600, heightM: 0.08, rampMs: 270 };
  const movement = raises('calf-raise-eccentric', 'right', 6, tempo, { standMs: 3000, random: randomFrom(5) });
  const drawn = drawnFrames(movement, everyFrame(movement.durationMs));
  // Through the trace format, so that the engine sees what it sees in the app.
  const header = {
    trace: 'soleus/1' as const,
    exercise: 'calf-raise-eccentric' as const,
    side: 'right' as const,
    fps: 30,
    width: 640,
    height: 480,
  };
  const { frames } = parseTrace(formatTrace({ header, frames: drawn }));
  const setup = { exercise: header.exercise, aspect: 4 / 3, personHeightCm: 175 };
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let state = initialCounter();
    for (const frame of frames) {
      const started = performance.now();
      [state] = stepCounter(setup, state, frame);
      times.push(1000 * (performance.now() - started));
    }
  }
  // The first rounds also compile.
  const warm = times.slice(times.length / 4);
  return { samples: warm.length, medianUs: median(warm), p95Us: percentile(warm, 0.95) };
}
