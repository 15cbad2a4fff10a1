import type { LocalTime } from '../../../shared/breaks/breakState.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Day 0, 1 January 1970, was a Thursday; 0 is Monday. */
const WEEKDAY_OF_DAY_0 = 3;

/** Local time from the offset of a zone, in minutes east of UTC. */
export function localTimeOf(offsetMinutes: (ms: number) => number): LocalTime {
  const localMs = (ms: number): number => ms + offsetMinutes(ms) * MINUTE_MS;
  const dayOf = (ms: number): number => Math.floor(localMs(ms) / DAY_MS);
  return {
    dayOf,
    minuteOfDay: (ms) => Math.floor(localMs(ms) / MINUTE_MS) - dayOf(ms) * 1440,
    weekday: (ms) => (((dayOf(ms) + WEEKDAY_OF_DAY_0) % 7) + 7) % 7,
  };
}

/** The local time of this machine, wherever it is. */
export const MACHINE_TIME = localTimeOf((ms) => -new Date(ms).getTimezoneOffset());

/** The name of the machine's time zone, such as Europe/Vienna. */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
