import { useState } from 'react';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { shownSet } from '../../shared/session/session.ts';
import { countShown } from '../../shared/session/setState.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { LiveSession, LiveSnapshot } from './liveSession.ts';

interface SessionMenuProps {
  readonly session: LiveSession;
  readonly live: LiveSnapshot;
  /** What may take the place of the exercise under way. */
  readonly alternatives: readonly CatalogueId[];
}

/** Everything that can be done with a session that is under way; meanwhile the time stands still. */
export function SessionMenu({ session, live, alternatives }: SessionMenuProps) {
  const [isSwapping, setSwapping] = useState(false);
  const { stage } = live.session;
  const set = stage.name === 'set' ? shownSet(live.session) : null;
  const goOn = (): void => session.send({ type: 'go-on' });
  return (
    <Dialog title={isSwapping ? text.session.swapTitle : text.session.askTitle} isOpen isQuestion onClose={goOn}>
      <p>{set?.started ? text.session.ask(countShown(set)) : text.session.askSaved}</p>
      <div className="menu-choices">
        {isSwapping ? (
          <>
            {alternatives.length === 0 && <p>{text.session.swapNone}</p>}
            {alternatives.map((exercise) => (
              <Button key={exercise} onPress={() => session.send({ type: 'swap', exercise })}>
                {text.exercise(exercise).name}
              </Button>
            ))}
            <Button look="primary" autoFocus onPress={() => setSwapping(false)}>
              {text.session.back}
            </Button>
          </>
        ) : (
          <>
            <Button look="primary" autoFocus onPress={goOn}>
              {text.session.goOn}
            </Button>
            {stage.name !== 'rest' && (
              <>
                <Button onPress={() => session.send({ type: 'end-set' })}>{text.session.end}</Button>
                <Button onPress={() => session.send({ type: 'restart-set' })}>{text.session.restart}</Button>
              </>
            )}
            <Button onPress={() => session.send({ type: 'skip-set' })}>
              {stage.name === 'rest' ? text.rest.skipNext : text.session.skip}
            </Button>
            <Button onPress={() => setSwapping(true)}>{text.session.swap}</Button>
            <Button onPress={() => session.send({ type: 'end-session' })}>{text.session.endSession}</Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
