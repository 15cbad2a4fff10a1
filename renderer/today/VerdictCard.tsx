import type { FrameSource } from '../../shared/history/records.ts';
import type { FiveCountVerdict, RungVerdict } from '../../shared/progression/evidence.ts';
import { sessionVerdict } from '../../shared/progression/sessionVerdict.ts';
import type { ProgressNow } from '../coach/useProgress.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';

interface VerdictCardProps {
  readonly now: ProgressNow;
  readonly left: { readonly sessionId: string; readonly source: FrameSource };
  onClose(): void;
}

/** What the session that was just done has shown: what was earned, and kindly what was missing. */
export function VerdictCard({ now, left, onClose }: VerdictCardProps) {
  const { progress, clock } = now;
  const isAthlete = left.source === 'athlete';
  const isKnown = isAthlete || progress.sets.some(({ sessionId }) => sessionId === left.sessionId);
  if (!isKnown) return null;
  const { rungs, fiveCount, opened, setback } = sessionVerdict(progress, left.sessionId, clock);
  return (
    <section className="card verdict" aria-labelledby="verdict-title">
      <header className="verdict-head">
        <h2 id="verdict-title">{text.verdict.title}</h2>
        <Button look="quiet" onPress={onClose}>
          {text.verdict.close}
        </Button>
      </header>
      {isAthlete && <p>{text.verdict.athlete}</p>}
      {!isAthlete && rungs.length === 0 && !fiveCount && <p>{text.verdict.nothing}</p>}
      <ul className="verdict-points">
        {rungs.map((verdict) => (
          <RungPoint key={verdict.rung} verdict={verdict} />
        ))}
        {fiveCount && <FiveCountPoint verdict={fiveCount} />}
        {opened.map((rung) => (
          <li key={rung} className="verdict-good">
            <strong>{text.verdict.opened(rung)}</strong>
          </li>
        ))}
        {setback && <li>{text.ladder.setback(setback)}</li>}
      </ul>
    </section>
  );
}

function RungPoint({ verdict: { rung, earned, sides, sets } }: { readonly verdict: RungVerdict }) {
  const details = earned
    ? [text.verdict.earnedHint]
    : [
        ...sides.map(({ side, good, need }) => text.verdict.side(side, good, need)),
        ...text.verdict.faults(sets.flatMap(({ faults }) => faults)),
      ];
  return (
    <li className={earned ? 'verdict-good' : 'verdict-open'}>
      <strong>{earned ? text.verdict.earned(rung) : text.verdict.notEarned(rung)}</strong>
      <p className="soft">{details.join(' ')}</p>
    </li>
  );
}

function FiveCountPoint({ verdict }: { readonly verdict: FiveCountVerdict }) {
  const { timedLowers, lowersInCount, ratio, needRatio, needLowers, done } = verdict;
  return (
    <li className={done ? 'verdict-good' : 'verdict-open'}>
      <strong>{text.verdict.fiveCount(lowersInCount, timedLowers, ratio)}</strong>
      <p className="soft">{done ? text.verdict.fiveCountDone : text.verdict.fiveCountMissing(needRatio, needLowers)}</p>
    </li>
  );
}
