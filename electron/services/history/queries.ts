import type Database from 'better-sqlite3';
import type { Api } from '../../../shared/contract/contract.ts';
import type { CalendarDays } from '../../../shared/history/days.ts';
import { bestsReader } from './bests.ts';
import { calendarReader } from './calendar.ts';
import { essentialProgressReader } from './essentialProgress.ts';
import { checksReader } from './progress.ts';
import { reportReader } from './report.ts';
import { repProfileReader } from './repProfile.ts';
import { createSessionLister } from './sessionList.ts';
import { createSessionReader } from './sessionReader.ts';
import { trendsReader } from './trends.ts';

/** What the screens of the history ask. */
export type HistoryQueryName =
  `history.${'progress' | 'calendar' | 'bests' | 'trends' | 'repProfile' | 'checks' | 'report' | 'list' | 'deleted'}`;
export type HistoryQueries = {
  readonly [Name in HistoryQueryName]: (request: Parameters<Api[Name]>[0]) => Awaited<ReturnType<Api[Name]>>;
};

/**
 * @param zone what `days` are the days of
 * @param now wall-clock time in ms since 1970
 */
export function createHistoryQueries(
  db: Database.Database,
  days: CalendarDays,
  zone: string,
  now: () => number,
): HistoryQueries {
  const calendar = calendarReader(db, days);
  const trends = trendsReader(db, days);
  const repProfile = repProfileReader(db, days);
  const lister = createSessionLister(db, days, createSessionReader(db));
  const progress = essentialProgressReader(db, days, zone);
  return {
    'history.progress': () => progress(now()),
    'history.calendar': ({ fromDate, toDate }) => calendar(fromDate, toDate, now()),
    'history.bests': bestsReader(db),
    'history.trends': (request) => trends(request, now()),
    'history.repProfile': (request) => repProfile(request, now()),
    'history.checks': checksReader(db),
    'history.report': reportReader(db, days),
    'history.list': ({ filter, after, limit }) => lister.list(filter, after, limit),
    'history.deleted': () => lister.deleted(now()),
  };
}
