import type { HopGate } from '../../shared/progression/ladder.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';

interface HopGateCardProps {
  readonly hops: HopGate;
  onStart(): void;
}

/** Beside the ladder: what every hop waits for, the decline raise and the count of five. */
export function HopGateCard({ hops: { declineEarned, fiveCount }, onStart }: HopGateCardProps) {
  const isCounted = fiveCount.have >= fiveCount.need;
  return (
    <section className="card ladder-aside" aria-labelledby="hops-title">
      <h2 id="hops-title">{text.ladder.hopsTitle}</h2>
      <p className="small soft">{text.ladder.hopsWhy}</p>
      <ul className="hop-gate">
        <li className={declineEarned ? 'hop-gate-done' : ''}>{text.ladder.hopsDecline(declineEarned)}</li>
        <li className={isCounted ? 'hop-gate-done' : ''}>
          {text.ladder.hopsFiveCount(fiveCount)}
          <progress value={fiveCount.have} max={fiveCount.need} aria-label={text.ladder.hopsFiveCount(fiveCount)} />
          <span className="small soft">{text.ladder.hopsFiveCountHint}</span>
        </li>
      </ul>
      {declineEarned && isCounted && <p>{text.ladder.hopsOpen}</p>}
      {!isCounted && (
        <div className="row">
          <Button onPress={onStart}>{text.ladder.doFiveCount}</Button>
        </div>
      )}
    </section>
  );
}
