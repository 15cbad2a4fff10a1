import { useState } from 'react';
import { KNEE_TO_WALL_PASS_CM } from '../../shared/progression/checks.ts';
import type { Outcome } from '../../shared/session/session.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { LengthStepper } from '../ui/LengthStepper.tsx';
import type { LiveSession } from './liveSession.ts';

interface AnkleCheckProps {
  readonly session: LiveSession;
  readonly outcome: Outcome;
  readonly side: 'left' | 'right';
}

/** The camera saw whether the heel stayed down; how far the wall was, only the person knows. */
export function AnkleCheck({ session, outcome: { key, isMeasured }, side }: AnkleCheckProps) {
  const [cm, setCm] = useState<number>(KNEE_TO_WALL_PASS_CM);
  const note = (hasTouched: boolean): void => {
    // Where the knee does not reach the wall, the distance says nothing of the ankle.
    const passed = hasTouched && cm >= KNEE_TO_WALL_PASS_CM;
    session.send({ type: 'check-result', key, side, passed, cm: hasTouched ? cm : null });
  };
  return (
    <section className="check-in" aria-label={text.ankleCheck.title(side)}>
      <h2>{text.ankleCheck.title(side)}</h2>
      <p>{text.ankleCheck.question}</p>
      <div className="row">
        <LengthStepper label={text.ankleCheck.distance} cm={cm} mostCm={40} onChange={setCm} />
        <Button look="primary" onPress={() => note(true)}>
          {text.ankleCheck.touched}
        </Button>
        <Button onPress={() => note(false)}>{text.ankleCheck.didNot}</Button>
      </div>
      <p className="small soft" role="status">
        {isMeasured ? text.ankleCheck.noted : text.ankleCheck.fist()}
      </p>
    </section>
  );
}
