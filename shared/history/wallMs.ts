import { z } from 'zod';

/** Up to the year 9999, in ms since 1970: later moments are no dates any more. */
export const LAST_WALL_MS = 253_402_300_799_999;

/** A moment by the clock on the wall. */
export const wallMsSchema = z.int().positive().max(LAST_WALL_MS);
