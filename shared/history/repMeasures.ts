import type { Rep } from '../motion/events.ts';
import type { RepMeasures } from './records.ts';

/** What the history keeps of a rep that is over; unknown values become null. */
export function repMeasuresOf(repId: string, rep: Rep): RepMeasures {
  return {
    repId,
    side: rep.side,
    startMs: rep.startMs ?? null,
    topMs: rep.topMs,
    lowerStartMs: rep.lowerStartMs ?? null,
    endMs: rep.endMs ?? null,
    riseRatio: rep.riseRatio,
    heightCm: rep.heightCm ?? null,
    takeoffMs: rep.takeoffMs ?? null,
    landMs: rep.landMs ?? null,
    contactMs: rep.contactMs ?? null,
    direction: rep.direction ?? null,
    peakHipDeg: rep.peakHipDeg ?? null,
    swayRatio: rep.swayRatio ?? null,
    kneeBendDeg: rep.kneeBendDeg ?? null,
    faults: [...rep.faults],
  };
}
