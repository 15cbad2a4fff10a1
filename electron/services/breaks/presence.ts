import type { Sense } from '../../../shared/breaks/breakState.ts';

/** Where the service learns whether someone is there. What a source cannot know it says is unknown. */
export interface PresenceSource {
  read(): Sense | Promise<Sense>;
}

/** Where a system tells nothing, nothing is claimed. */
export const UNKNOWN_SENSE: Sense = {
  presence: { kind: 'unknown' },
  fullScreen: 'unknown',
  call: 'unknown',
  doNotDisturb: 'unknown',
};

export const UNKNOWN_PRESENCE: PresenceSource = { read: () => UNKNOWN_SENSE };
