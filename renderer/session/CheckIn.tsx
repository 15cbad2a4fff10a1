import { useState } from 'react';
import { isSeen } from '../../shared/exercises/exerciseIds.ts';
import { FATIGUE } from '../../shared/history/records.ts';
import { GATE } from '../../shared/progression/rungs.ts';
import { ALL_GOOD, type CheckInAnswers, type Outcome } from '../../shared/session/session.ts';
import { text } from '../messages/en.ts';
import { RedFlagsDialog } from '../redFlags/RedFlags.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { AnkleCheck } from './AnkleCheck.tsx';
import type { LiveSession } from './liveSession.ts';

const PAINS = Array.from({ length: 11 }, (_, pain) => String(pain));

interface CheckInProps {
  readonly session: LiveSession;
  readonly outcome: Outcome;
  readonly title?: string;
}

/** The three questions after a set, one press each; or one press for all. Of a check, what only the person can tell. */
export function CheckIn({ session, outcome, title = text.checkIn.title }: CheckInProps) {
  const [isReading, setReading] = useState(false);
  const { key, checkIn, exercise, side } = outcome;
  if (exercise === 'knee-to-wall-test' && side !== 'both')
    return <AnkleCheck session={session} outcome={outcome} side={side} />;
  if (!asksAfter(outcome)) return null;
  const answer = (answers: Partial<CheckInAnswers>): void => {
    session.send({ type: 'check-in', key, answers });
    if ((answers.pain ?? 0) >= GATE.painSetback) read();
  };
  const read = (): void => {
    setReading(true);
    // Nobody has to hurry through it; and going on is then a decision.
    if (session.snapshot().session.hold === null) session.send({ type: 'pause-or-go-on' });
  };
  const isDone = isAnswered(outcome);
  return (
    <section className="check-in" aria-label={title}>
      <div className="row">
        <h2>{title}</h2>
        <span className="small soft" role="status">
          {isDone ? text.checkIn.thanks : text.checkIn.why}
        </span>
      </div>
      <div className="row">
        <Button look={isDone ? 'plain' : 'primary'} onPress={() => answer(ALL_GOOD)}>
          {text.checkIn.allGood}
        </Button>
        <span className="small soft">{text.checkIn.allGoodHint}</span>
      </div>
      <div className="check-in-questions">
        <Choices
          label={text.checkIn.cramp}
          inRow
          value={checkIn.cramp === null ? '' : checkIn.cramp ? 'yes' : 'no'}
          choices={[
            { value: 'no', label: text.checkIn.crampNo },
            { value: 'yes', label: text.checkIn.crampYes },
          ]}
          onChange={(value) => answer({ cramp: value === 'yes' })}
        />
        <Choices
          label={text.checkIn.fatigue}
          inRow
          value={checkIn.fatigue ?? ''}
          choices={FATIGUE.map((value) => ({ value, label: text.checkIn.fatigues[value] }))}
          onChange={(value) => {
            if (value !== '') answer({ fatigue: value });
          }}
        />
        <Choices
          label={text.checkIn.pain}
          inRow
          value={checkIn.pain === null ? '' : String(checkIn.pain)}
          choices={PAINS.map((value) => ({ value, label: value }))}
          onChange={(value) => answer({ pain: Number(value) })}
        />
      </div>
      {(checkIn.pain ?? 0) > 0 && (
        <div className="row">
          <Button look="quiet" onPress={read}>
            {text.checkIn.whenToStop}
          </Button>
        </div>
      )}
      <RedFlagsDialog isOpen={isReading} onClose={() => setReading(false)} />
    </section>
  );
}

/** What a clock led is not asked about: nothing is gated on it. */
export function asksAfter({ exercise }: Outcome): boolean {
  return isSeen(exercise);
}

export function isAnswered({ exercise, checkIn, isMeasured }: Outcome): boolean {
  if (exercise === 'knee-to-wall-test') return isMeasured;
  return checkIn.cramp !== null && checkIn.fatigue !== null && checkIn.pain !== null;
}
