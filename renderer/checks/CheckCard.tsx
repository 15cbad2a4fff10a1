import type { ReactNode } from 'react';
import type { CheckSide, CheckView, SideView } from '../../shared/progression/checks.ts';
import type { Clock } from '../../shared/progression/clock.ts';
import type { CheckKind } from '../../shared/progression/progress.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { EXERCISE_OF } from './checkExercises.ts';
import { ResultTable } from './ResultTable.tsx';
import { Sparkline } from './Sparkline.tsx';

interface CheckCardProps {
  readonly kind: CheckKind;
  /** Null when it was never done. */
  readonly view: CheckView | null;
  readonly dayOf: Clock['dayOf'];
  /** What else the figures mean. */
  readonly meaning?: ReactNode;
  /** More than the start button. */
  readonly children?: ReactNode;
  onStart(): void;
}

const SIDES: readonly CheckSide[] = ['left', 'right'];

/** One check: the latest of each leg, left against right, and how it went before. */
export function CheckCard({ kind, view, dayOf, meaning, children, onStart }: CheckCardProps) {
  const { name } = text.exercise(EXERCISE_OF[kind]);
  const titleId = `check-${kind}`;
  const lastMs = view && Math.max(...SIDES.map((side) => view[side]?.atMs ?? 0));
  return (
    <section className="card check" aria-labelledby={titleId}>
      <header className="stack">
        <h2 id={titleId}>{name}</h2>
        <p className="small soft">{text.checks.about[kind]()}</p>
      </header>
      <div className="row">
        <Button look="primary" aria-label={text.checks.startOf(name)} onPress={onStart}>
          {text.checks.start}
        </Button>
        {children}
      </div>
      {view && lastMs !== null ? (
        <>
          <p className="small">{text.checks.last(lastMs)}</p>
          <div className="check-sides">
            {SIDES.map((side) => (
              <SideFigure key={side} kind={kind} side={side} view={view[side]} />
            ))}
          </div>
          {meaning ?? <Index view={view} />}
          <Sparkline left={view.left?.history ?? []} right={view.right?.history ?? []} />
          <ResultTable kind={kind} view={view} caption={text.checks.table(name)} dayOf={dayOf} />
          <p className="small soft">{text.checks.noise(kind)}</p>
        </>
      ) : (
        <p className="check-empty">{text.checks.empty[kind]}</p>
      )}
    </section>
  );
}

interface SideFigureProps {
  readonly kind: CheckKind;
  readonly side: CheckSide;
  readonly view: SideView | null;
}

function SideFigure({ kind, side, view }: SideFigureProps) {
  const asides = [
    view?.passed != null && (view.passed ? text.checks.passed : text.checks.notPassed),
    view?.trend && text.checks.trend(kind, view.trend),
  ].filter((aside) => typeof aside === 'string');
  return (
    <div>
      <p className="small soft">{text.checks.side(side)}</p>
      <p className="check-figure">{view?.value == null ? text.checks.none : text.checks.value(kind, view.value)}</p>
      {asides.map((aside) => (
        <p key={aside} className="small">
          {aside}
        </p>
      ))}
    </div>
  );
}

function Index({ view: { index } }: { readonly view: CheckView }) {
  if (!index) return null;
  return (
    <p>
      {text.checks.index}: <strong>{text.checks.indexValue(index)}</strong>
    </p>
  );
}
