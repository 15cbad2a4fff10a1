import { useState } from 'react';
import type { BreaksView } from '../../shared/breaks/breaksView.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { SkipChoices } from './BreakChoices.tsx';
import type { BreakEnding, BreakFlow } from './useBreakFlow.ts';

interface BreakEndingCardProps {
  readonly ending: BreakEnding;
  readonly flow: BreakFlow;
  /** For when the next one comes. */
  readonly view: BreaksView | null;
  readonly titleId: string;
  onClose(): void;
}

/** What a break came to: thanks, or kindly what is left of it. */
export function BreakEndingCard({ ending, flow, view, titleId, onClose }: BreakEndingCardProps) {
  switch (ending.name) {
    case 'settling':
      return <p id={titleId}>{text.breaks.settling}</p>;
    case 'failed':
      return (
        <div id={titleId}>
          <ProblemCard problem={text.callError[ending.code]}>
            <Button onPress={ending.again}>{text.session.tryAgain}</Button>
            <Button onPress={onClose}>{text.breaks.close}</Button>
          </ProblemCard>
        </div>
      );
    case 'unfinished':
      return <Unfinished rest={ending.rest} flow={flow} titleId={titleId} />;
    case 'done':
      return (
        <div className="break-card" role="status">
          <h2 id={titleId}>{text.breaks.thanks}</h2>
          <div>
            {ending.block && <p className="break-what">{text.breaks.what(ending.block)}</p>}
            <p>{text.breaks.how(ending.how)}</p>
          </div>
          {view && (
            <p className="soft">
              {text.breaks.next}: {text.breaks.nextIs(view)}
            </p>
          )}
          <div className="row">
            <Button look="primary" autoFocus onPress={onClose}>
              {text.breaks.close}
            </Button>
          </div>
        </div>
      );
  }
}

interface UnfinishedProps {
  readonly rest: Extract<BreakEnding, { name: 'unfinished' }>['rest'];
  readonly flow: BreakFlow;
  readonly titleId: string;
}

function Unfinished({ rest, flow, titleId }: UnfinishedProps) {
  const [isSkipping, setSkipping] = useState(false);
  return (
    <div className="break-card">
      <h2 id={titleId}>{text.breaks.unfinishedTitle}</h2>
      <p>{text.breaks.unfinished(rest.blocks.map((block) => text.breaks.what(block)))}</p>
      {flow.problem && <ProblemCard problem={text.callError[flow.problem]} />}
      {isSkipping ? (
        <SkipChoices onAct={flow.act} onBack={() => setSkipping(false)} />
      ) : (
        <div className="break-buttons">
          <Button look="primary" large autoFocus onPress={() => flow.goOn(rest)}>
            {text.breaks.goOn}
          </Button>
          <Button large onPress={flow.report}>
            {text.breaks.countIt}
          </Button>
          <div className="break-others">
            <Button look="quiet" onPress={() => setSkipping(true)}>
              {text.breaks.leaveIt}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
