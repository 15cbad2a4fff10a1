import { PAUSES } from '../../shared/breaks/breakState.ts';
import type { BreaksView } from '../../shared/breaks/breaksView.ts';
import { AthleteDemo } from '../athlete/AthleteDemo.tsx';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { blockOf } from './atHand.ts';
import type { BreakFlow } from './useBreakFlow.ts';

interface NextBreakCardProps {
  readonly view: BreaksView;
  readonly flow: BreakFlow;
  readonly titleId: string;
  onSettings(): void;
}

/** How long still and why, what it will be, and the wish to have it now or not for a while. */
export function NextBreakCard({ view, flow, titleId, onSettings }: NextBreakCardProps) {
  const { exercise, reasons } = view.dose;
  const block = blockOf(view);
  return (
    <div className="next-break-card">
      <div className="stack">
        <h2 id={titleId} className="overline">
          {text.breaks.next}
        </h2>
        <div>
          <p className="next-break-left" role="timer">
            {text.breaks.countdown(view)}
          </p>
          <p>{text.breaks.when(view)}</p>
        </div>
        {block && (
          <div>
            <h3 className="overline">{text.breaks.willBe}</h3>
            <p className="break-what">{text.breaks.what(block)}</p>
            <p className="small soft">{reasons.map((reason) => text.breaks.reason(reason)).join(' ')}</p>
          </div>
        )}
        {flow.problem && <ProblemCard problem={text.callError[flow.problem]} />}
        <div className="row">
          <Button look="primary" large onPress={() => flow.act({ action: 'start-now' })}>
            {text.breaks.startNow}
          </Button>
          {view.isPaused && (
            <Button large onPress={() => flow.act({ action: 'resume' })}>
              {text.breaks.resume}
            </Button>
          )}
        </div>
      </div>
      <div className="break-demo">
        <AthleteDemo
          exercise={exercise}
          side={block?.sides[0] ?? 'both'}
          label={text.breaks.demonstration(text.exercise(exercise).name)}
        />
      </div>
      <footer className="next-break-foot">
        {!view.isPaused && (
          <fieldset className="break-pauses">
            <legend>{text.breaks.pauseFor}</legend>
            {PAUSES.map((pause) => (
              <Button key={pause} onPress={() => flow.act({ action: 'pause', for: pause })}>
                {text.breaks.pause(pause)}
              </Button>
            ))}
          </fieldset>
        )}
        <Button look="quiet" onPress={onSettings}>
          {text.breaks.toSettings}
        </Button>
      </footer>
    </div>
  );
}
