import { calendarDays } from '../../shared/history/days.ts';

const DAY_MS = 86_400_000;

/** Local days as they are in Greenwich. */
export const UTC_DAYS = { days: calendarDays((ms) => Math.floor(ms / DAY_MS)), zone: 'UTC' } as const;
