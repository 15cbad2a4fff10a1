import { useState } from 'react';
import type { BreaksView } from '../../shared/breaks/breaksView.ts';
import { isSeen } from '../../shared/exercises/exerciseIds.ts';
import { AthleteDemo } from '../athlete/AthleteDemo.tsx';
import { text } from '../messages/en.ts';
import { RedFlagsDialog } from '../redFlags/RedFlags.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { blockOf } from './atHand.ts';
import { LaterChoices, SkipChoices } from './BreakChoices.tsx';
import type { BreakFlow } from './useBreakFlow.ts';

interface BreakCardProps {
  readonly view: BreaksView;
  readonly flow: BreakFlow;
  readonly titleId: string;
}

/** A break that is at hand: what to do, why, and everything that can be made of it. */
export function BreakCard({ view, flow, titleId }: BreakCardProps) {
  const { dose, stage } = view;
  const { exercise, reasons } = dose;
  const { name, steps } = text.exercise(exercise);
  const block = blockOf(view);
  const isWarning = stage === 'warned';
  return (
    <div className={isWarning ? 'break-card break-card-warning' : 'break-card'}>
      <h2 id={titleId}>{titleOf(view)}</h2>
      <div className="break-dose">
        {!isWarning && (
          <div className="break-demo">
            <AthleteDemo exercise={exercise} side={block?.sides[0] ?? 'both'} label={text.breaks.demonstration(name)} />
          </div>
        )}
        <div>
          {block && <p className="break-what">{text.breaks.what(block)}</p>}
          <p className="small soft">{reasons.map((reason) => text.breaks.reason(reason)).join(' ')}</p>
          {!isWarning && (
            <details className="small break-steps">
              <summary>{text.breaks.steps}</summary>
              <p>{text.exercise(exercise).setUp}</p>
              <ol>
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </details>
          )}
        </div>
      </div>
      {flow.problem && <ProblemCard problem={text.callError[flow.problem]} />}
      <BreakButtons view={view} flow={flow} />
    </div>
  );
}

function titleOf({ stage, nextAtMs, nowMs }: BreaksView): string {
  const { called } = text.breaks;
  if (stage !== 'warned') return stage === 'taking' ? called.taking : called.offered;
  const seconds = Math.ceil(((nextAtMs ?? nowMs) - nowMs) / 1000);
  return seconds > 0 ? called.warned(seconds) : called.warnedSoon;
}

function BreakButtons({ view, flow }: Omit<BreakCardProps, 'titleId'>) {
  const [asking, setAsking] = useState<'later' | 'skip' | null>(null);
  /** The focus goes back to where it came from. */
  const [asked, setAsked] = useState<'later' | 'skip' | null>(null);
  const [isReading, setReading] = useState(false);
  const { dose, stage, snoozesLeft } = view;
  const back = (): void => {
    setAsked(asking);
    setAsking(null);
  };
  if (asking === 'later') return <LaterChoices view={view} onAct={flow.act} onBack={back} />;
  if (asking === 'skip') return <SkipChoices onAct={flow.act} onBack={back} />;
  const by = dose.isSilent ? 'silent' : isSeen(dose.exercise) ? 'camera' : 'clock';
  const isWarning = stage === 'warned';
  const hasLater = snoozesLeft > 0 || dose.size !== 'small';
  return (
    <div className="break-buttons">
      {isWarning ? (
        <Button onPress={() => flow.act({ action: 'start-now' })}>{text.breaks.startNow}</Button>
      ) : (
        <>
          {by !== 'silent' && (
            <Button look="primary" large onPress={flow.begin}>
              {by === 'camera' ? text.breaks.camera : text.breaks.clock}
            </Button>
          )}
          <Button look={by === 'silent' ? 'primary' : 'plain'} large onPress={flow.report}>
            {text.breaks.done}
          </Button>
          <p className="small soft">{text.breaks.hint[by]}</p>
        </>
      )}
      <div className="break-others">
        {hasLater && (
          <Button look="quiet" autoFocus={asked === 'later'} onPress={() => setAsking('later')}>
            {text.breaks.later}
          </Button>
        )}
        {view.canSkip && (
          <Button look="quiet" autoFocus={asked === 'skip'} onPress={() => setAsking('skip')}>
            {text.breaks.skip}
          </Button>
        )}
        {!isWarning && (
          <Button look="quiet" onPress={() => setReading(true)}>
            {text.checkIn.whenToStop}
          </Button>
        )}
      </div>
      <RedFlagsDialog isOpen={isReading} onClose={() => setReading(false)} />
    </div>
  );
}
