import type { Ladder } from '../../shared/progression/ladder.ts';
import { nextRung } from '../../shared/progression/rungs.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { RungSteps } from './RungSteps.tsx';
import './nextStep.css';

interface NextStepProps {
  readonly ladder: Ladder;
  onLadder(): void;
}

/** Where the person stands on the ladder, and what is missing for the rung above. */
export function NextStep({ ladder, onLadder }: NextStepProps) {
  const { current, rungs } = ladder;
  const next = nextRung(current);
  const [missing] = rungs.find(({ isCurrent }) => isCurrent)?.missing ?? [];
  return (
    <section className="card next-step" aria-labelledby="next-title">
      <RungSteps rungs={rungs} />
      <div>
        <h2 id="next-title" className="overline">
          {next ? text.today.next : text.today.nextIsLast}
        </h2>
        <p className="next-name">{text.exercise(next ?? current).name}</p>
        <p className="small soft">{next ? missing && text.ladder.missing(missing, current) : text.today.nextLast}</p>
      </div>
      <Button look="quiet" onPress={onLadder}>
        {text.today.ladder}
      </Button>
    </section>
  );
}
