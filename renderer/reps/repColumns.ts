import { type Family, familyOf } from '../../shared/exercises/catalogue.ts';
import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import type { RepRecord } from '../../shared/history/records.ts';
import { text } from '../messages/en.ts';
import { formatDegrees, formatSeconds, formatShortSeconds } from '../messages/format.ts';
import { formatAboutLength } from '../messages/units.ts';

export type Measures = NonNullable<RepRecord['measures']>;
export type Column = keyof typeof text.reps.columns;

const COLUMNS: Record<Family, readonly Column[]> = {
  'calf-raises': ['raise', 'hold', 'lower', 'height'],
  hops: ['flight', 'height', 'contact', 'direction'],
  bridges: ['lift', 'hold', 'lower', 'hip', 'height'],
  ankle: ['forward', 'hold', 'back'],
  holds: ['held'],
};

/** What can be measured of a rep of this exercise. */
export function columnsOf(exercise: ExerciseId): readonly Column[] {
  return COLUMNS[familyOf(exercise)];
}

/** One figure of a rep in words; null where it is not known. */
export function repCell(column: Column, measures: Measures): string | null {
  return CELL[column]?.(measures) ?? null;
}

const raising = (m: Measures): string | null => span(m.startMs, m.topMs);
const lowering = (m: Measures): string | null => span(m.lowerStartMs, m.endMs);

const CELL: Partial<Record<Column, (m: Measures) => string | null>> = {
  raise: raising,
  lift: raising,
  forward: raising,
  held: (m) => span(m.startMs, m.endMs),
  hold: (m) => span(m.topMs, m.lowerStartMs),
  lower: lowering,
  back: lowering,
  height: (m) => known(m.heightCm, formatAboutLength),
  hip: (m) => known(m.peakHipDeg, formatDegrees),
  flight: (m) => span(m.takeoffMs, m.landMs, formatShortSeconds),
  contact: (m) => known(m.contactMs, formatShortSeconds),
  direction: (m) => known(m.direction, (direction) => text.direction[direction]),
};

function span(from: number | null, to: number | null, format = formatSeconds): string | null {
  return from === null || to === null ? null : format(to - from);
}

function known<T>(value: T | null, format: (value: T) => string): string | null {
  return value === null ? null : format(value);
}
