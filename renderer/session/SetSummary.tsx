import { useState } from 'react';
import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import type { Side } from '../../shared/exercises/exerciseIds.ts';
import type { Rep } from '../../shared/motion/events.ts';
import { countShown, hasTempo } from '../../shared/session/setState.ts';
import { text } from '../messages/en.ts';
import {
  formatAboutCm,
  formatDegrees,
  formatRatio,
  formatSeconds,
  formatShortSeconds,
  mean,
} from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import type { LiveSession, LiveSnapshot } from './liveSession.ts';
import { RepDots } from './RepDots.tsx';

const LONGEST_HOP_MS = 1000;

interface SetSummaryProps {
  readonly session: LiveSession;
  readonly live: LiveSnapshot;
  onNext(side: Side): void;
  onFinish(): void;
}

export function SetSummary({ session, live, onNext, onFinish }: SetSummaryProps) {
  const { set, saveError } = live;
  const count = countShown(set);
  const { side } = set.plan;
  const other: Side = side === 'left' ? 'right' : side === 'right' ? 'left' : 'both';
  return (
    <main className="summary">
      <section className="card summary-card" aria-labelledby="summary-title">
        <header>
          <h1 id="summary-title">{text.summary.title[set.endReason ?? 'stopped']}</h1>
          <p className="soft">
            {text.exercise(set.plan.exercise).name} · {text.sideOfBody(side)}
          </p>
        </header>
        <div className="summary-count">
          <strong>{count}</strong>
          <span className="soft">
            {text.summary.reps(count)} {text.session.of(set.plan.targetReps)}
          </span>
        </div>
        {set.reps.length === 0 ? <p>{text.summary.nothing}</p> : <Figures live={live} />}
        <RepDots set={set} />
        {saveError && (
          <ProblemCard problem={text.callError[saveError]}>
            <Button onPress={() => session.send({ type: 'retry-saves' })}>{text.session.tryAgain}</Button>
          </ProblemCard>
        )}
        <div className="row">
          <Button look="primary" large onPress={() => onNext(other)}>
            {side === 'both' ? text.summary.nextSet : text.summary.otherSide(other)}
          </Button>
          {side !== 'both' && <Button onPress={() => onNext(side)}>{text.summary.otherSide(side)}</Button>}
          <Button onPress={onFinish}>{text.summary.finish}</Button>
        </div>
        <Miscounted session={session} />
      </section>
    </main>
  );
}

function Figures({ live: { set } }: Pick<SetSummaryProps, 'live'>) {
  const measured = set.reps.flatMap((rep) => (rep.measured ? [rep.measured] : []));
  const known = (pick: (rep: (typeof measured)[number]) => number | undefined): number[] =>
    measured.flatMap((rep) => pick(rep) ?? []);
  const lowers = known((rep) => rep.lowerMs);
  const inTempo = measured.filter(
    (rep) => rep.lowerMs !== undefined && !rep.faults.some((f) => f.startsWith('lowered')),
  ).length;
  const { family } = catalogueEntry(set.plan.exercise);
  const holds = family === 'bridges' || family === 'ankle';
  const averages: readonly [string, string | null][] = [
    [
      text.summary.raising,
      shown(
        known((rep) => rep.raiseMs),
        formatSeconds,
      ),
    ],
    [
      text.summary.holding,
      holds
        ? shown(
            known((rep) => rep.holdMs),
            formatSeconds,
          )
        : null,
    ],
    [text.summary.lowering, shown(lowers, formatSeconds)],
    [text.summary.inTempo, hasTempo(set) && lowers.length > 0 ? text.summary.share(inTempo, lowers.length) : null],
    [
      text.summary.height,
      shown(
        known((rep) => rep.heightCm),
        formatAboutCm,
      ),
    ],
    [
      text.summary.hip,
      shown(
        known((rep) => rep.peakHipDeg),
        formatDegrees,
      ),
    ],
    [text.summary.cadence, shown(cadences(measured), (perMinute) => `${Math.round(perMinute)}`)],
    [
      text.summary.flight,
      shown(
        known((rep) => rep.flightMs),
        formatShortSeconds,
      ),
    ],
    [
      text.summary.contact,
      shown(
        known((rep) => rep.contactMs),
        formatShortSeconds,
      ),
    ],
    [text.summary.reactiveStrength, shown(known(reactiveStrength), formatRatio)],
  ];
  return (
    <dl className="figures">
      {averages.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt className="soft small">{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function shown(values: readonly number[], format: (value: number) => string): string | null {
  const average = mean(values);
  return average === null ? null : format(average);
}

/** Flight ÷ time on the floor before it: known only where the camera is fast enough for the time on the floor. */
function reactiveStrength({ flightMs, contactMs }: Rep): number | undefined {
  return flightMs === undefined || !contactMs ? undefined : flightMs / contactMs;
}

/** Hops a minute, from each landing to the next; a pause is no cadence. */
function cadences(reps: readonly Rep[]): number[] {
  return reps.slice(1).flatMap((rep, i) => {
    const periodMs = (rep.landMs ?? Number.NaN) - (reps[i]?.landMs ?? Number.NaN);
    return periodMs < LONGEST_HOP_MS ? 60_000 / periodMs : [];
  });
}

function Miscounted({ session }: { readonly session: LiveSession }) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const save = (): void => {
    session.saveTrace().then(
      (path) => setOutcome(text.summary.traceSaved(path)),
      () => setOutcome(text.summary.traceFailed),
    );
  };
  return (
    <div className="miscounted small">
      {outcome ? (
        <p role="status">{outcome}</p>
      ) : (
        <>
          <Button look="quiet" onPress={save}>
            {text.summary.miscounted}
          </Button>
          <span className="soft">{text.summary.miscountedHint}</span>
        </>
      )}
    </div>
  );
}
