import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import { FEELS, type Feel } from '../../shared/history/records.ts';
import { sessionVerdict } from '../../shared/progression/sessionVerdict.ts';
import type { ProgressNow } from '../coach/useProgress.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { errorCode } from '../ui/useLoaded.ts';

interface FeelCardProps {
  readonly api: Api;
  readonly now: ProgressNow;
  readonly sessionId: string;
  readonly said: Feel | null;
  onSaid(feel: Feel): void;
}

/** The question of the day after, answered in one press; then what follows from it. */
export function FeelCard({ api, now, sessionId, said, onSaid }: FeelCardProps) {
  const [error, setError] = useState<ErrorCode | null>(null);
  const { progress, clock } = now;
  const startedAtMs = progress.sets.find((set) => set.sessionId === sessionId)?.startedAtMs ?? clock.nowMs;
  const daysAgo = clock.dayOf(clock.nowMs) - clock.dayOf(startedAtMs);
  const say = (feel: Feel): void => {
    api['history.addFeel']({ id: uuidv7(), sessionId, atMs: Date.now(), asked: 'next-day', feel }).then(
      () => onSaid(feel),
      (reason: unknown) => setError(errorCode(reason)),
    );
  };
  return (
    <section className="card feel" aria-labelledby="feel-title">
      <h2 id="feel-title">{text.today.feelTitle(daysAgo, startedAtMs)}</h2>
      {error && <ProblemCard problem={text.callError[error]} />}
      {said === null ? (
        <>
          <div className="feel-choices">
            {FEELS.map((feel) => (
              <Button key={feel} onPress={() => say(feel)}>
                {text.feel.choices[feel]}
              </Button>
            ))}
          </div>
          <p className="small soft">{text.today.feelHint}</p>
        </>
      ) : (
        <div role="status">
          <p>
            <strong>{text.today.feelThanks[said]}</strong>
          </p>
          <p>{whatFollows(now, sessionId, said)}</p>
        </div>
      )}
    </section>
  );
}

function whatFollows({ progress, clock }: ProgressNow, sessionId: string, said: Feel): string {
  const { opened, setback } = sessionVerdict(progress, sessionId, clock);
  const last = opened.at(-1);
  if (setback) return text.ladder.setback(setback);
  if (last) return text.today.feelOpened(last);
  return said === 'worse' ? text.today.feelWorseNothing : text.today.feelNothing;
}
