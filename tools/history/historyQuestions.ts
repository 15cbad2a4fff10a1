import type { Api, CallName } from '../../shared/contract/contract.ts';
import { EXERCISE_IDS } from '../../shared/exercises/exerciseIds.ts';
import { NO_FILTER } from '../../shared/history/sessionList.ts';
import { SPANS } from '../../shared/history/trends.ts';

/** What a screen asks, with different requests in turn. */
export interface Question {
  readonly name: string;
  readonly call: CallName;
  readonly requests: readonly unknown[];
}

const DAY_MS = 86_400_000;

/** Everything that the screens ask of the history; the trends of the exercise with the most sets among them. */
export async function questionsOf(api: Api, nowMs: number): Promise<Question[]> {
  const date = (daysAgo: number): string => new Date(nowMs - daysAgo * DAY_MS).toISOString().slice(0, 10);
  const list = (filter: object, after: unknown = null, limit = 30): unknown => ({
    filter: { ...NO_FILTER, ...filter },
    after,
    limit,
  });
  const { sessions, total } = await api['history.list']({ filter: NO_FILTER, after: null, limit: 100 });
  const middle = { startedAtMs: nowMs - 1000 * DAY_MS, id: sessions[0]?.id ?? '' };
  const busy = ['calf-raise-single', 'calf-raise-decline', 'calf-raise-eccentric', 'calf-raise-double'] as const;
  const trends = (span: (typeof SPANS)[number]) => busy.map((exercise) => ({ exercise, span, firstWeekday: 0 }));
  return [
    { name: 'Today: progress', call: 'history.progress', requests: [null] },
    { name: 'Today: unfinished', call: 'history.unfinished', requests: [null] },
    { name: 'Today: breaks of 8 weeks', call: 'breaks.statistics', requests: [{ days: 56 }] },
    { name: 'Today: breaks now', call: 'breaks.state', requests: [null] },
    {
      name: 'Overview: a year',
      call: 'history.calendar',
      requests: [
        { fromDate: date(370), toDate: date(0) },
        { fromDate: date(1370), toDate: date(1000) },
      ],
    },
    { name: 'Overview: bests', call: 'history.bests', requests: [null] },
    ...SPANS.flatMap((span): Question[] => [
      { name: `Trends: ${span}`, call: 'history.trends', requests: trends(span) },
      { name: `Trends: reps of ${span}`, call: 'history.repProfile', requests: trends(span) },
    ]),
    {
      name: 'Trends: every exercise, all',
      call: 'history.trends',
      requests: EXERCISE_IDS.map((exercise) => ({ exercise, span: 'all', firstWeekday: 6 })),
    },
    { name: 'Trends: checks', call: 'history.checks', requests: [null] },
    { name: 'Sessions: first page', call: 'history.list', requests: [list({})] },
    { name: 'Sessions: a later page', call: 'history.list', requests: [list({}, middle)] },
    {
      name: 'Sessions: of a rare exercise',
      call: 'history.list',
      requests: [list({ exercise: 'knee-to-wall' }), list({ exercise: 'pogo-travel' })],
    },
    {
      name: 'Sessions: filtered',
      call: 'history.list',
      requests: [
        list({ breaks: 'without', withPain: true, withFaults: true, source: 'camera' }),
        list({ breaks: 'only', withFaults: true }),
        list({ fromDate: date(400), toDate: date(300) }),
      ],
    },
    {
      name: 'Sessions: search',
      call: 'history.list',
      requests: [list({ search: 'schuhe' }), list({ search: 'müde' }), list({ withNote: true })],
    },
    { name: 'Session', call: 'history.session', requests: sessions.map(({ id }) => ({ id })) },
    { name: 'Deleted', call: 'history.deleted', requests: [null] },
    { name: `20 whole sessions (of ${total})`, call: 'history.sessions', requests: [{ beforeMs: nowMs, limit: 20 }] },
  ];
}
