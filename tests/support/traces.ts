import { roundFrame, type Trace, type TraceHeader } from '../../shared/trace/trace.ts';
import { raises } from '../../tools/clips/clips.ts';
import { drawnFrames, everyFrame } from './drawnPose.ts';

/** The first line of a trace of double raises. */
export const DOUBLES_HEADER: TraceHeader = {
  trace: 'soleus/1',
  exercise: 'calf-raise-double',
  side: 'both',
  fps: 30,
  width: 640,
  height: 480,
  personHeightCm: 175,
};

const TEMPO = { raiseMs: 900, holdMs: 500, lowerMs: 1600, restMs: 600, heightM: 0.075, rampMs: 270 };

/** What three double raises look like, and their trace. */
export const THREE_RAISES = raises('calf-raise-double', 'both', 3, TEMPO, { standMs: 2000 });
export const THREE_RAISES_TRACE: Trace = {
  header: DOUBLES_HEADER,
  frames: drawnFrames(THREE_RAISES, everyFrame(THREE_RAISES.durationMs)).map(roundFrame),
};
