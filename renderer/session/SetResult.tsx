import { countShown, type SetState } from '../../shared/session/setState.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import type { LiveSession } from './liveSession.ts';
import { Miscounted } from './Miscounted.tsx';
import { RepDots } from './RepDots.tsx';
import { SetFigures } from './SetFigures.tsx';

interface SetResultProps {
  readonly session: LiveSession;
  readonly set: SetState;
}

/** What a set came to: its count, its figures, its reps; still to be corrected. */
export function SetResult({ session, set }: SetResultProps) {
  const count = countShown(set);
  const correct = (change: 1 | -1): void =>
    session.send({ type: 'set', input: { type: 'correct', change, nowMs: session.frameMs() } });
  return (
    <>
      <div className="summary-count">
        <strong>{count}</strong>
        <span className="soft">
          {text.summary.reps(count)} {text.session.of(set.plan.targetReps)}
        </span>
        <span className="row summary-corrections">
          <Button aria-label={text.session.removeRep} onPress={() => correct(-1)}>
            −
          </Button>
          <Button aria-label={text.session.addRep} onPress={() => correct(1)}>
            +
          </Button>
        </span>
      </div>
      {set.reps.length === 0 && set.attempts.length === 0 ? <p>{text.summary.nothing}</p> : <SetFigures set={set} />}
      <RepDots set={set} />
      <Miscounted session={session} />
    </>
  );
}
