import type { SetState } from '../../shared/session/setState.ts';
import { text } from '../messages/en.ts';

interface Dot {
  readonly key: string;
  readonly kind: 'full' | 'fault' | 'attempt' | 'added' | 'removed';
  readonly label: string;
}

/** The reps of this set as dots: full, with a fault, not counted, corrected. */
export function RepDots({ set }: { readonly set: SetState }) {
  const dots = dotsOf(set);
  return (
    <ol className="dots" aria-label={text.session.repsSoFar}>
      {dots.map((dot) => (
        <li key={dot.key} className={`dot dot-${dot.kind}`} title={dot.label}>
          <span className="visually-hidden">{dot.label}</span>
        </li>
      ))}
    </ol>
  );
}

function dotsOf({ plan, reps, attempts, corrected }: SetState): Dot[] {
  const earlier = Array.from(
    { length: plan.alreadyDone },
    (_, i): Dot => ({ key: `e${i}`, kind: 'full', label: text.session.repDot(i + 1, []) }),
  );
  const attemptsAfter = (n: number): Dot[] =>
    attempts
      .filter((attempt) => attempt.afterRep === n)
      .map((attempt, i) => ({
        key: `a${n}-${i}`,
        kind: 'attempt',
        label: text.session.attemptDot(text.attempt[attempt.reason]),
      }));
  const counted = reps
    .filter((rep) => rep.saved)
    .flatMap((rep): Dot[] => {
      const faults = rep.measured?.faults ?? [];
      const label = text.session.repDot(
        rep.n,
        faults.map((fault) => text.fault[fault]),
      );
      return [{ key: `r${rep.n}`, kind: faults.length > 0 ? 'fault' : 'full', label }, ...attemptsAfter(rep.n)];
    });
  const all = [...earlier, ...attemptsAfter(plan.alreadyDone), ...counted];
  const added = Array.from(
    { length: Math.max(0, corrected) },
    (_, i): Dot => ({ key: `c${i}`, kind: 'added', label: text.session.correctedDot }),
  );
  const removed = new Set(all.filter((dot) => dot.kind !== 'attempt').slice(corrected < 0 ? corrected : all.length));
  return [...all.map((dot): Dot => (removed.has(dot) ? { ...dot, kind: 'removed' } : dot)), ...added];
}
