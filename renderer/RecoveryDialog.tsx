import { useCallback, useState } from 'react';
import type { Api, ErrorCode } from '../shared/contract/contract.ts';
import type { Recovery } from '../shared/history/backups.ts';
import { HelpLink } from './help/HelpLink.tsx';
import { explanationOf } from './help/places.ts';
import { text } from './messages/en.ts';
import { Button } from './ui/Button.tsx';
import { Dialog } from './ui/Dialog.tsx';
import { ProblemCard } from './ui/ProblemCard.tsx';
import { errorCode, useLoaded } from './ui/useLoaded.ts';

interface RecoveryDialogProps {
  readonly api: Api;
  /** The history is another one from here on. */
  onRecovered(): void;
}

const words = text.recovery;

/** After a history was damaged or gone: says what could be read of it, and offers the newest whole backup. */
export function RecoveryDialog({ api, onRecovered }: RecoveryDialogProps) {
  const read = useCallback(() => api['recovery.state'](null), [api]);
  const [loaded] = useLoaded(read);
  const [isOver, setOver] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  if (isOver || loaded.state !== 'ready' || !loaded.value) return null;
  const { isGone, path, salvaged, backup } = loaded.value;

  const choose = async (chosen: Recovery['backup']): Promise<void> => {
    setWorking(true);
    setError(null);
    try {
      await api['recovery.choose']({ backup: chosen?.id ?? null });
      setOver(true);
      onRecovered();
    } catch (reason) {
      setError(errorCode(reason));
    } finally {
      setWorking(false);
    }
  };
  const title = isGone ? words.goneTitle : words.title;
  const isEmpty = salvaged?.reps === 0 && salvaged.sessions === 0;
  return (
    // Closed without an answer, it comes again at the next start.
    <Dialog title={title} isOpen isQuestion onClose={() => setOver(true)}>
      <p className="recovery-path">{isGone ? words.gone(path) : words.aside(path)}</p>
      {!isGone && <p>{salvaged === null ? words.notReadYet : isEmpty ? words.nothingRead : words.read(salvaged)}</p>}
      <p>{backup ? (isGone ? words.goneOffer : words.offer)(backup) : words.noBackup}</p>
      {error && <ProblemCard problem={text.callError[error]} />}
      <div className="row">
        {backup && (
          <Button look="primary" isDisabled={isWorking} onPress={() => void choose(backup)}>
            {isWorking ? words.working : words.use(backup.atMs)}
          </Button>
        )}
        <Button isDisabled={isWorking} onPress={() => void choose(null)}>
          {backup && isEmpty ? words.startEmpty : words.goOn}
        </Button>
        <HelpLink place={explanationOf(title)} label={text.manual.whatDoesThisMean} />
      </div>
    </Dialog>
  );
}
