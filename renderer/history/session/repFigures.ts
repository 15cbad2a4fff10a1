import type { ExerciseId } from '../../../shared/exercises/exerciseIds.ts';
import type { RepRecord } from '../../../shared/history/records.ts';
import { text } from '../../messages/en.ts';
import { columnsOf, type Measures, repCell } from '../../reps/repColumns.ts';

export interface RepFigure {
  readonly title: string;
  readonly value: string;
}

/** What is known of a rep, in words: the same figures as in the table of its set. */
export function repFigures(exercise: ExerciseId, { measures }: Pick<RepRecord, 'measures'>): RepFigure[] {
  if (!measures) return [];
  const known: Measures = measures;
  return columnsOf(exercise).flatMap((column) => {
    const value = repCell(column, known);
    return value === null ? [] : [{ title: text.reps.columns[column], value }];
  });
}
