import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createHistoryQueries, type HistoryQueries } from '../../../../electron/services/history/queries.ts';
import { createHistoryStore, type HistoryStore } from '../../../../electron/services/history/store.ts';
import { createSummaries } from '../../../../electron/services/history/summaries.ts';
import { CONTRACT } from '../../../../shared/contract/contract.ts';
import { type CatalogueId, SIDES, type Side } from '../../../../shared/exercises/exerciseIds.ts';
import { calendarDays, dateOfDay } from '../../../../shared/history/days.ts';
import type { SessionRecord } from '../../../../shared/history/records.ts';
import { sessionLineOf } from '../../../../shared/history/sessionLine.ts';
import { NO_FILTER, type SessionFilter, type SessionLine } from '../../../../shared/history/sessionList.ts';
import { SPANS, type TrendPoint } from '../../../../shared/history/trends.ts';
import { memoryHistory } from '../../../support/memoryHistory.ts';
import * as naive from '../../../support/naiveHistory.ts';
import { LAST_DAY, randomTraining, type Write } from '../../../support/randomTraining.ts';
import { aRep, aSession, aSet, measuresOf } from '../../../support/records.ts';

// Many histories; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Noon of a Friday: day 20,000 is 4 October 2024. */
const NOW_MS = LAST_DAY * DAY_MS + DAY_MS / 2;

interface Made {
  readonly db: Database.Database;
  readonly store: HistoryStore;
  readonly queries: HistoryQueries;
  /** All of them, deleted or not, the latest first. */
  readonly sessions: readonly SessionRecord[];
  readonly dayOf: (ms: number) => number;
}

function make(writes: readonly Write[], offsetMs: number): Made {
  const db = memoryHistory();
  const store = createHistoryStore(db);
  for (const write of writes) write(store);
  const dayOf = (ms: number): number => Math.floor((ms + offsetMs) / DAY_MS);
  const ids = db.prepare('SELECT id FROM sessions ORDER BY started_at_ms DESC, id DESC').pluck().all() as string[];
  const sessions = ids.flatMap((id) => store.session(id) ?? []);
  return { db, store, sessions, dayOf, queries: createHistoryQueries(db, calendarDays(dayOf), 'here', () => NOW_MS) };
}

/** In places ahead of and behind the sun. `pick` chooses what is asked. */
function forEach(numRuns: number, check: (made: Made, pick: number) => void): void {
  fc.assert(
    fc.property(randomTraining, fc.constantFrom(0, 330, -480), fc.nat(), (writes, offset, pick) => {
      const made = make(writes, offset * MINUTE_MS);
      check(made, pick);
      made.db.close();
    }),
    // Whoever breaks a question gets a smaller history that shows it, but does not wait for the smallest.
    { numRuns, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: true },
  );
}

const isThere = ({ deletedAtMs }: SessionRecord): boolean => deletedAtMs === null;
const EXERCISES = [
  ...([
    'calf-raise-single',
    'calf-raise-eccentric',
    'pogo-single',
    'single-leg-balance',
    'heel-rise-endurance',
  ] as const),
];
const anExercise = (pick: number): CatalogueId => EXERCISES[pick % EXERCISES.length] ?? 'calf-raise-single';

/** What comes to the same but for the order of the additions. */
function about(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : expect.closeTo(value, 6);
  if (Array.isArray(value)) return value.map(about);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, about(own)]));
}

const DERIVED = ['set_summaries', 'session_summaries', 'set_shapes', 'rep_months', 'lower_months'];

type Check = (made: Made, pick: number) => void;

/** Each question of the screens, answered from the whole sessions. */
const CHECKS: Record<string, Check> = {
  'what is derived is the same, written bit by bit, as built anew': ({ db }) => {
    const read = () => DERIVED.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`).all());
    const before = read();
    createSummaries(db).rebuild();
    expect(before).toEqual(read());
  },

  'the calendar': ({ sessions, queries, dayOf }) => {
    const [from, to] = [LAST_DAY - 100, LAST_DAY];
    const asked = { fromDate: dateOfDay(from), toDate: dateOfDay(to) };
    const days = [...Array(to - from + 1).keys()].flatMap((i) => {
      const own = sessions.filter((s) => isThere(s) && s.source === 'camera' && dayOf(s.startedAtMs) === from + i);
      const sets = naive.ownSets(own);
      if (own.length === 0) return [];
      const trainings = own.filter((s) => !naive.isBreak(s));
      return {
        date: dateOfDay(from + i),
        sessions: trainings.filter((s) =>
          naive.ownSets([s]).some(({ set, count }) => count > 0 || set.end?.reason === 'finished'),
        ).length,
        activeMs: naive.sum(trainings.map((s) => sessionLineOf(s).activeMs)),
        sets: sets.length,
        reps: naive.sum(sets.map(({ count }) => count)),
        breaks: 0,
      };
    });
    expect(queries['history.calendar'](asked).days).toEqual(days);
  },

  'personal bests': ({ sessions, queries }) => {
    const sets = naive.ownSets(sessions);
    const bestOf = (kind: string, exercise: CatalogueId, side: Side, value: (set: naive.NaiveSet) => number | null) => {
      const top = naive.most(naive.of(sets, exercise, side).flatMap((set) => value(set) ?? []));
      if (top === null || top <= 0) return [];
      const first = naive
        .of(sets, exercise, side)
        .filter((set) => value(set) === top)
        .sort((a, b) => a.set.startedAtMs - b.set.startedAtMs)[0];
      return [{ kind, exercise, side, value: top, atMs: first?.set.startedAtMs }];
    };
    const reps = ({ count }: naive.NaiveSet) => count;
    const height = (set: naive.NaiveSet) => naive.most(naive.heightsOf(set));
    const five = (set: naive.NaiveSet) => {
      const lowers = naive.lowersOf(set);
      return lowers.length < 10 ? null : lowers.filter((ms) => ms >= 4000 && ms <= 6500).length / lowers.length;
    };
    const wanted = SIDES.flatMap((side) => [
      ...bestOf('reps', 'calf-raise-single', side, reps),
      ...bestOf('height', 'calf-raise-single', side, height),
      ...bestOf('reps', 'calf-raise-eccentric', side, reps),
      ...bestOf('height', 'calf-raise-eccentric', side, height),
      ...bestOf('five-count', 'calf-raise-eccentric', side, five),
      ...bestOf('reps', 'heel-rise-endurance', side, reps),
      ...bestOf('height', 'heel-rise-endurance', side, height),
      ...bestOf('reps', 'pogo-single', side, reps),
      ...bestOf('flight', 'pogo-single', side, (set) => naive.most(naive.flightsOf(set))),
      ...bestOf('hold', 'single-leg-balance', side, (set) => naive.most(naive.holdsOf(set))),
    ]);
    const found = queries['history.bests'](null).map(({ sessionId: _, setId: __, ...best }) => best);
    const key = (best: object): string => JSON.stringify(best);
    expect(found.map(key).sort()).toEqual(wanted.map(key).sort());
  },

  'trends, of every stretch, of the whole span and of left against right': ({ sessions, queries, dayOf }, pick) => {
    const exercise = anExercise(pick);
    const span = SPANS[pick % SPANS.length] ?? 'all';
    const request = { exercise, span, firstWeekday: pick % 7 };
    const trends = queries['history.trends'](request);
    expect(CONTRACT['history.trends'].answer.parse(trends)).toEqual(trends);
    const sets = naive.ownSets(sessions).filter(({ set }) => set.exercise === exercise);
    const dates = trends.nextDay.map(({ date }) => date);
    const inStretch = (ms: number, i: number): boolean => {
      const date = dateOfDay(dayOf(ms));
      return date >= (dates[i] ?? '') && date <= trends.toDate && date < (dates[i + 1] ?? '9999');
    };
    const point = (own: readonly naive.NaiveSet[], date: string, side: Side): TrendPoint => {
      const ranges = own.flatMap(naive.rangesOf);
      const lowers = own.flatMap(naive.lowersOf);
      const flights = own.flatMap(naive.flightsOf);
      const gap = naive.mean(own.flatMap(naive.hopGapsOf));
      const pains = own.flatMap(({ set }) => set.checkIn?.pain ?? []);
      return {
        date,
        sets: own.length,
        reps: naive.sum(own.map(({ count }) => count)),
        volume: naive.sum(own.map(naive.volumeOf)),
        range: naive.mean(ranges),
        rangeBest: naive.most(ranges),
        heightCm: naive.mean(own.flatMap(naive.heightsOf)),
        heightBestCm: naive.most(own.flatMap(naive.heightsOf)),
        timedLowers: lowers.length,
        lowersInCount: lowers.filter((ms) => ms >= 4000 && ms <= 6500).length,
        lowerMs: naive.mean(lowers),
        bestReps: naive.most(own.map(({ count }) => count)),
        cadence: gap === null ? null : 60_000 / gap,
        flightMs: naive.mean(flights),
        flightBestMs: naive.most(flights),
        holdBestMs: naive.most(own.flatMap(naive.holdsOf)),
        painTold: pains.length,
        pain: naive.mean(pains),
        painWorst: naive.most(pains),
        nextDay: saidOn(own.filter(({ set }) => set.side === side).map(({ session }) => session)),
      };
    };
    const inSpan = sets.filter(({ set }) => dates.some((_, i) => inStretch(set.startedAtMs, i)));
    expect(trends.sides.map(({ side }) => side)).toEqual(
      SIDES.filter((side) => inSpan.some(({ set }) => set.side === side)),
    );
    for (const { side, points, total } of trends.sides) {
      const own = naive.of(sets, exercise, side);
      // A session that goes on past the beginning of a stretch is told of where it began.
      const wanted = dates.map((date, i) => ({
        ...point(
          own.filter(({ set }) => inStretch(set.startedAtMs, i)),
          date,
          side,
        ),
        nextDay: saidOn(own.map(({ session }) => session).filter((s) => inStretch(s.startedAtMs, i))),
      }));
      expect(points).toEqual(about(wanted));
      const all = { ...point(naive.of(inSpan, exercise, side), trends.fromDate, side), nextDay: expect.anything() };
      expect(total).toEqual(about({ ...all, nextDay: total.nextDay }));
    }
    expect(trends.nextDay).toEqual(
      dates.map((date, i) => ({
        date,
        ...saidOn(sets.map(({ session }) => session).filter((s) => inStretch(s.startedAtMs, i))),
      })),
    );
    expect(trends.indexTotal).toEqual(about(naiveIndex(inSpan, exercise, trends.fromDate)));
    expect(trends.index).toHaveLength(trends.indexTotal ? dates.length : 0);
    if (span === 'all' && sets.length > 0) expect(inSpan).toHaveLength(sets.length);
  },

  'reps by their number, and how long lowers take': ({ sessions, queries, dayOf }, pick) => {
    const exercise = anExercise(pick);
    const span = SPANS[pick % SPANS.length] ?? 'all';
    const profile = queries['history.repProfile']({ exercise, span, firstWeekday: 0 });
    const within = (ms: number): boolean => {
      const date = dateOfDay(dayOf(ms));
      return date >= profile.fromDate && date <= profile.toDate;
    };
    const sets = naive.ownSets(sessions).filter(({ set }) => within(set.startedAtMs));
    for (const side of SIDES) {
      const own = naive.of(sets, exercise, side).filter(({ set }) => set.exercise !== 'single-leg-balance');
      const found = profile.sides.find((one) => one.side === side);
      const longest = Math.max(0, ...own.map(({ reps }) => reps.length));
      const byRep = [...Array(longest).keys()].flatMap((i) => {
        const nth = own.map((set) => ({ ...set, reps: set.reps.slice(i, i + 1) }));
        const [ranges, lowers] = [nth.flatMap(naive.rangesOf), nth.flatMap(naive.lowersOf)];
        if (ranges.length === 0) return [];
        const range = naive.mean(ranges);
        return { n: i + 1, reps: ranges.length, range, timed: lowers.length, lowerMs: naive.mean(lowers) };
      });
      expect(found?.byRep ?? []).toEqual(about(byRep));
      const lowers = own.flatMap(naive.lowersOf);
      expect(naive.sum(found?.lowers.map((bin) => bin.lowers) ?? [])).toBe(lowers.length);
      for (const { fromMs, toMs, lowers: count } of found?.lowers ?? []) {
        expect(lowers.filter((ms) => ms >= fromMs && ms < (toMs ?? Infinity))).toHaveLength(count);
      }
    }
  },

  'the list of sessions, by every filter, page after page': ({ sessions, queries, dayOf }, pick) => {
    const has = (bit: number): boolean => (pick >> bit) % 2 === 1;
    const filter: SessionFilter = {
      ...NO_FILTER,
      exercise: has(0) ? anExercise(pick >> 4) : null,
      source: has(1) ? 'camera' : null,
      breaks: (['with', 'without', 'only'] as const)[pick % 3] ?? 'with',
      withFaults: has(2),
      withPain: has(3),
      withNote: has(4),
      fromDate: has(5) ? dateOfDay(LAST_DAY - 60) : null,
      toDate: has(6) ? dateOfDay(LAST_DAY - 10) : null,
      search: has(7) ? 'STIFF' : has(8) ? 'mude' : '',
    };
    const wanted = sessions.filter((session) => {
      const { sets, startedAtMs, source } = session;
      const notes = [session.note, ...sets.map(({ note }) => note)].join('\n');
      const faulty = sets.some(({ reps }) => reps.some((rep) => rep.counts && rep.measures?.faults.length));
      const date = dateOfDay(dayOf(startedAtMs));
      return (
        isThere(session) &&
        (filter.exercise === null || sets.some(({ exercise }) => exercise === filter.exercise)) &&
        (filter.source === null || source === filter.source) &&
        (filter.breaks === 'with' || naive.isBreak(session) === (filter.breaks === 'only')) &&
        (!filter.withFaults || faulty) &&
        (!filter.withPain || sets.some(({ checkIn }) => (checkIn?.pain ?? 0) > 0)) &&
        (!filter.withNote || notes.trim() !== '') &&
        (filter.fromDate === null || date >= filter.fromDate) &&
        (filter.toDate === null || date <= filter.toDate) &&
        (filter.search !== 'STIFF' || /stiff/i.test(notes)) &&
        (filter.search !== 'mude' || /müde/i.test(notes))
      );
    });
    const found: SessionLine[] = [];
    let after = null;
    do {
      const page = queries['history.list']({ filter, after, limit: 3 });
      expect(page.total).toBe(wanted.length);
      found.push(...page.sessions);
      after = page.next;
    } while (after);
    expect(found).toEqual(wanted.map(sessionLineOf));
  },

  'what is deleted, the last first': ({ sessions, queries }) => {
    const found = queries['history.deleted'](null);
    const recent = sessions.filter(({ deletedAtMs }) => deletedAtMs !== null && deletedAtMs > NOW_MS - 30 * DAY_MS);
    expect(found.map(({ id }) => id).sort()).toEqual(recent.map(({ id }) => id).sort());
    expect(found.map(({ deletedAtMs }) => deletedAtMs)).toEqual(
      recent.map(({ deletedAtMs }) => deletedAtMs ?? 0).sort((a, b) => b - a),
    );
  },

  'the evidence of the gates': ({ sessions, queries }) => {
    const wanted = naive
      .ownSets(sessions)
      .filter(({ session }) => !naive.isBreak(session))
      .map((one) => {
        const { set, session, reps } = one;
        const shallow = reps.filter(({ measures }) => measures?.faults.includes('shallow')).length;
        const { cramp, fatigue, pain } = set.checkIn ?? { cramp: null, fatigue: null, pain: null };
        return {
          ...{
            sessionId: session.id,
            setId: set.id,
            startedAtMs: set.startedAtMs,
            endReason: set.end?.reason ?? null,
          },
          ...{ exercise: set.exercise, side: set.side },
          fullReps: Math.max(0, reps.length - shallow + set.corrected),
          timedLowers: naive.lowersOf(one).length,
          lowersInCount: naive.lowersOf(one).filter((ms) => ms >= 4000 && ms <= 6500).length,
          checkIn: set.checkIn ? { cramp, fatigue, pain } : null,
        };
      });
    const key = (one: object): string =>
      JSON.stringify(one, Object.keys({ ...one, cramp: 0, fatigue: 0, pain: 0 }).sort());
    expect(queries['history.progress'](null).sets.map(key).sort()).toEqual(wanted.map(key).sort());
  },
};

test('the questions of the screens are answered as from the whole sessions', () => {
  forEach(30, (made, pick) => {
    for (const [question, check] of Object.entries(CHECKS)) {
      try {
        check(made, pick);
      } catch (error) {
        throw new Error(question, { cause: error });
      }
    }
  });
});

test('reps by their number, to the day, of whatever span', () => {
  // One set every five days, so that each beginning of a month or a span has one near it.
  const days = Array.from({ length: 160 }, (_, i) => LAST_DAY - 5 * i);
  const writes = days.flatMap((day): Write[] => {
    const session = aSession({ startedAtMs: day * DAY_MS });
    const set = aSet(session.id, { startedAtMs: day * DAY_MS, exercise: 'calf-raise-single', side: 'left' });
    const rep = aRep(set.id, 1);
    const lowerMs = 1000 + (LAST_DAY - day);
    return [
      (store) => store.startSession(session),
      (store) => store.startSet(set),
      (store) => store.addRep(rep),
      (store) => store.addRepMeasures(measuresOf(rep, { lowerStartMs: 0, endMs: lowerMs })),
    ];
  });
  const { db, queries } = make(writes, 0);
  for (const span of SPANS) {
    for (const firstWeekday of [0, 3, 6]) {
      const asked = { exercise: 'calf-raise-single' as const, span, firstWeekday };
      const { fromDate, sides } = queries['history.repProfile'](asked);
      const within = days.filter((day) => dateOfDay(day) >= fromDate);
      const lowerMs = naive.mean(within.map((day) => 1000 + (LAST_DAY - day)));
      expect(sides[0]?.byRep).toEqual([
        about({ n: 1, reps: within.length, range: 0.055, timed: within.length, lowerMs }),
      ]);
    }
  }
  db.close();
});

/** What was said last of the day after each of these sessions. */
function saidOn(sessions: readonly SessionRecord[]): TrendPoint['nextDay'] {
  const said = [...new Map(sessions.map((s) => [s.id, s])).values()].map(
    ({ feels }) => feels.filter(({ asked }) => asked === 'next-day').at(-1)?.feel,
  );
  const count = (feel: string): number => said.filter((one) => one === feel).length;
  return { better: count('better'), same: count('same'), worse: count('worse') };
}

function naiveIndex(sets: readonly naive.NaiveSet[], exercise: CatalogueId, date: string) {
  const [left, right] = (['left', 'right'] as const).map((side) => naive.of(sets, exercise, side));
  if (!left?.length || !right?.length) return null;
  const percent = (value: (own: readonly naive.NaiveSet[]) => number | null): number | null => {
    const [a, b] = [value(left), value(right)];
    return a === null || b === null || Math.max(a, b) <= 0 ? null : (100 * Math.min(a, b)) / Math.max(a, b);
  };
  const range = (own: readonly naive.NaiveSet[]) => naive.mean(own.flatMap(naive.rangesOf));
  const work = (own: readonly naive.NaiveSet[]) => (range(own) === null ? null : naive.mean(own.map(naive.volumeOf)));
  const [leftWork, rightWork] = [work(left), work(right)];
  return {
    date,
    reps: percent((own) => naive.mean(own.map(({ count }) => count))),
    height: percent(range),
    work: percent(work),
    weaker:
      leftWork === null || rightWork === null || Math.abs(leftWork - rightWork) < 1e-12
        ? null
        : leftWork < rightWork
          ? 'left'
          : 'right',
  };
}
