import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { figureOf } from './figures.ts';

/** The exercise in a few lines: what a card shows while the athlete rests. */
export function ExerciseFigure({ exercise }: { readonly exercise: CatalogueId }) {
  const { head, near, far, things, way } = figureOf(exercise);
  return (
    <svg className="figure" viewBox="0 0 160 124" aria-hidden="true">
      <path className="figure-floor" d="M14 110H146" />
      {things && <path className="figure-things" d={things} />}
      {far && <path className="figure-far" d={far} />}
      <path className="figure-near" d={near} />
      <circle className="figure-head" cx={head[0]} cy={head[1]} r="8.5" />
      {way && <path className="figure-way" d={way} />}
    </svg>
  );
}
