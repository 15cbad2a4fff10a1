import { amended } from '../amended.ts';

/**
 * The flat files: what each column is made of. They are described in docs/manual/files.md, and a test compares the two. Deleted
 * sessions are not in them; what the person corrected is as they said. Times of day are those of this machine's place.
 */
export interface CsvTable {
  readonly name: string;
  /** SQL of each column by its name, in order. The first is the key, by which the rows are ordered. */
  readonly columns: Readonly<Record<string, string>>;
  readonly from: string;
  /** Columns of wall-clock ms that are written as a local date and time. */
  readonly times: readonly string[];
}

const SECONDS = (fromMs: string, toMs: string): string => `round((${toMs} - ${fromMs}) / 1000.0, 3)`;
const NOTE = (id: string): string => `coalesce(${amended(id, 'note')}, '')`;

const SESSIONS: CsvTable = {
  name: 'sessions',
  columns: {
    session_id: 'x.session_id',
    started: 'x.started_at_ms',
    ended: 'e.ended_at_ms',
    source: 'x.source',
    kind: 'x.kind',
    end: 'x.end_reason',
    minutes: 'round(x.active_ms / 60000.0, 1)',
    sets: 'x.sets',
    reps: 'x.reps',
    reps_with_fault: 'x.faults',
    worst_pain: 'x.pain',
    felt_after: `(SELECT f.feel FROM feels f WHERE f.session_id = x.session_id AND f.asked = 'after'
      ORDER BY f.at_ms DESC, f.id DESC LIMIT 1)`,
    felt_next_day: 'x.next_day',
    corrected: 'x.is_amended',
    note: NOTE('x.session_id'),
  },
  from: 'session_summaries x LEFT JOIN session_ends e ON e.session_id = x.session_id',
  times: ['started', 'ended'],
};

const SETS: CsvTable = {
  name: 'sets',
  columns: {
    set_id: 'x.set_id',
    session_id: 'x.session_id',
    started: 'x.started_at_ms',
    ended: 'e.ended_at_ms',
    source: 'x.source',
    exercise: 'x.exercise',
    side: 'x.side',
    end: 'x.end_reason',
    target_reps: 's.target_reps',
    target_seconds: 's.target_ms / 1000.0',
    reps: 'x.reps',
    full_reps: 'x.full_reps',
    reps_with_fault: 'x.faults',
    mean_range: 'round(x.range_sum / nullif(x.ranged, 0), 4)',
    best_range: 'round(x.range_best, 4)',
    volume: 'round(x.volume, 4)',
    mean_height_cm: 'round(x.height_sum_cm / nullif(x.heights, 0), 1)',
    best_height_cm: 'round(x.height_best_cm, 1)',
    timed_lowers: 'x.timed_lowers',
    lowers_in_count: 'x.lowers_in_count',
    mean_lower_seconds: 'round(x.lower_sum_ms / nullif(x.timed_lowers, 0) / 1000.0, 3)',
    mean_flight_seconds: 'round(x.flight_sum_ms / nullif(x.flights, 0) / 1000.0, 3)',
    longest_hold_seconds: 'round(x.hold_best_ms / 1000.0, 3)',
    cramp: 'x.cramp',
    fatigue: 'x.fatigue',
    pain: 'x.pain',
    corrected: 'x.is_amended',
    note: NOTE('x.set_id'),
  },
  from: `set_summaries x CROSS JOIN sets s ON s.id = x.set_id LEFT JOIN set_ends e ON e.set_id = x.set_id`,
  times: ['started', 'ended'],
};

const REPS: CsvTable = {
  name: 'reps',
  columns: {
    rep_id: 'x.id',
    set_id: 'x.set_id',
    session_id: 's.session_id',
    at: 'x.at_ms',
    source: 's.source',
    exercise: 's.exercise',
    side: 's.side',
    n: 'x.n',
    counts: `coalesce(${amended('x.id', 'counts')}, 1)`,
    range: 'round(m.rise_ratio, 4)',
    height_cm: 'round(m.height_cm, 1)',
    raise_seconds: SECONDS('m.start_ms', 'm.top_ms'),
    hold_seconds: SECONDS('m.top_ms', 'm.lower_start_ms'),
    lower_seconds: SECONDS('m.lower_start_ms', 'm.end_ms'),
    flight_seconds: SECONDS('m.takeoff_ms', 'm.land_ms'),
    contact_seconds: 'round(m.contact_ms / 1000.0, 3)',
    direction: 'm.direction',
    peak_hip_deg: 'round(m.peak_hip_deg, 1)',
    sway_ratio: 'round(m.sway_ratio, 4)',
    knee_bend_deg: 'round(m.knee_bend_deg, 1)',
    faults: `(SELECT group_concat(value, ' ') FROM json_each(m.faults))`,
  },
  from: `reps x CROSS JOIN set_summaries s ON s.set_id = x.set_id LEFT JOIN rep_measures m ON m.rep_id = x.id`,
  times: ['at'],
};

export const CSV_TABLES: readonly CsvTable[] = [SESSIONS, SETS, REPS];
