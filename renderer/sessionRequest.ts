import type { FrameSource } from '../shared/history/records.ts';
import type { SetPlan } from '../shared/session/setState.ts';

/** What the person wants to do: a first set, and with whom in front of the camera. */
export interface SessionRequest {
  readonly source: FrameSource;
  readonly plan: SetPlan;
  /** An unfinished session to go on with, and its open set. */
  readonly resume?: { readonly sessionId: string; readonly setId: string };
}
