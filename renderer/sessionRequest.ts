import type { FrameSource } from '../shared/history/records.ts';
import type { Resumption } from '../shared/session/resumption.ts';
import type { SessionPlan } from '../shared/session/sessionPlan.ts';

/** What the person wants to do, and with whom in front of the camera. */
export interface SessionRequest {
  readonly source: FrameSource;
  readonly plan: SessionPlan;
  /** An unfinished session to go on with. */
  readonly resume?: Resumption;
}
