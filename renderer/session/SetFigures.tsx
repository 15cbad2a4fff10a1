import { familyOf } from '../../shared/exercises/catalogue.ts';
import type { Rep } from '../../shared/motion/events.ts';
import { hasTempo, type SetState } from '../../shared/session/setState.ts';
import { text } from '../messages/en.ts';
import { formatDegrees, formatRatio, formatSeconds, formatShortSeconds, mean } from '../messages/format.ts';
import { formatAboutLength } from '../messages/units.ts';

const LONGEST_HOP_MS = 1000;

/** What the set came to, on average; what is unknown is left out. */
export function SetFigures({ set }: { readonly set: SetState }) {
  const measured = set.reps.flatMap((rep) => (rep.measured ? [rep.measured] : []));
  const known = (pick: (rep: (typeof measured)[number]) => number | undefined): number[] =>
    measured.flatMap((rep) => pick(rep) ?? []);
  const lowers = known((rep) => rep.lowerMs);
  const inTempo = measured.filter(
    (rep) => rep.lowerMs !== undefined && !rep.faults.some((f) => f.startsWith('lowered')),
  ).length;
  const family = familyOf(set.plan.exercise);
  const holds = family === 'bridges' || family === 'ankle';
  const heldMs = [
    ...known((rep) => (family === 'holds' ? rep.holdMs : undefined)),
    ...set.attempts.flatMap((a) => a.heldMs ?? []),
  ];
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
    [text.summary.longestHold, heldMs.length > 0 ? formatSeconds(Math.max(...heldMs)) : null],
    [text.summary.lowering, shown(lowers, formatSeconds)],
    [text.summary.inTempo, hasTempo(set) && lowers.length > 0 ? text.summary.share(inTempo, lowers.length) : null],
    [
      text.summary.height,
      shown(
        known((rep) => rep.heightCm),
        formatAboutLength,
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
