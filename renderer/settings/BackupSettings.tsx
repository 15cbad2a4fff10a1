import { useCallback, useState } from 'react';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import type { Backup, BackupsView } from '../../shared/history/backups.ts';
import { text } from '../messages/en.ts';
import { formatBytes, formatCount, formatDateTime } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import { errorCode, useLoaded } from '../ui/useLoaded.ts';
import { BackupFolder } from './BackupFolder.tsx';

interface BackupSettingsProps {
  readonly api: Api;
  /** The history is another one from here on. */
  onRestored(): void;
}

const words = text.backups;

/** Copies of the history: what there is, where they go, and the way back. */
export function BackupSettings({ api, onRestored }: BackupSettingsProps) {
  const read = useCallback(() => api['backups.list'](null), [api]);
  const [loaded, readAgain] = useLoaded(read);
  const [changed, setChanged] = useState<BackupsView | null>(null);
  const [asked, setAsked] = useState<Backup | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<ErrorCode | null>(null);

  const attempt = async (work: Promise<BackupsView>, sentence: string): Promise<void> => {
    setWorking(true);
    setError(null);
    setSaid('');
    try {
      setChanged(await work);
      setSaid(sentence);
    } catch (reason) {
      setError(errorCode(reason));
    } finally {
      setWorking(false);
    }
  };
  const restore = async ({ id, atMs }: Backup): Promise<void> => {
    setAsked(null);
    await attempt(api['backups.restore']({ id }), words.restored(atMs));
    // Even after a failure: it may have come when the other one was in its place already.
    onRestored();
  };

  if (loaded.state === 'loading') return <p className="soft">{text.app.loading}</p>;
  if (loaded.state === 'failed') {
    return (
      <ProblemCard problem={text.callError[loaded.code]}>
        <Button onPress={readAgain}>{text.settings.tryAgain}</Button>
      </ProblemCard>
    );
  }
  const view = changed ?? loaded.value;
  const { setAside } = view;
  return (
    <div className="backups-columns">
      <section className="card stack">
        <p className="soft">{words.lead}</p>
        <div className="row">
          <Button isDisabled={isWorking} onPress={() => void attempt(api['backups.make'](null), words.made)}>
            {isWorking ? words.working : words.now}
          </Button>
        </div>
        <p role="status" className="backups-said">
          {said}
        </p>
        {error && <ProblemCard problem={text.callError[error]} />}
        {view.failure && <TroubleNotice sentence={words.failure[view.failure]} />}
        {view.backups.length === 0 ? (
          <p className="soft">{words.none}</p>
        ) : (
          <BackupTable backups={view.backups} isDisabled={isWorking} onRestore={setAsked} />
        )}
        {setAside.histories > 0 && (
          <p className="soft settings-path">{words.setAside(setAside.histories, setAside.bytes, setAside.folder)}</p>
        )}
      </section>
      <BackupFolder api={api} view={view} isDisabled={isWorking} onChosen={setChanged} />
      {asked && (
        <Dialog title={words.askTitle(asked.atMs)} isOpen isQuestion onClose={() => setAsked(null)}>
          <p>{words.ask(asked)}</p>
          <p>{words.askKept}</p>
          <div className="row">
            <Button onPress={() => void restore(asked)}>{words.confirm}</Button>
            <Button look="primary" onPress={() => setAsked(null)}>
              {words.cancel}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly isDisabled: boolean;
  onRestore(backup: Backup): void;
}

function BackupTable({ backups, isDisabled, onRestore }: BackupTableProps) {
  const { columns } = words;
  return (
    <div className="backups">
      <table className="backups-table" aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.why}</th>
            <th scope="col" className="backups-number">
              {columns.reps}
            </th>
            <th scope="col" className="backups-number">
              {columns.size}
            </th>
            <th scope="col">
              <span className="visually-hidden">{columns.restore}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.id}>
              <th scope="row">{formatDateTime(backup.atMs)}</th>
              <td className="backups-why">
                {words.kind[backup.kind]}
                {backup.machine !== null && <span className="soft"> {words.other(backup.machine)}</span>}
              </td>
              <td className="backups-number">{backup.reps === null ? words.unknown : formatCount(backup.reps)}</td>
              <td className="backups-number">{formatBytes(backup.bytes)}</td>
              <td>
                <Button
                  look="quiet"
                  isDisabled={isDisabled}
                  aria-label={words.restoreOf(backup.atMs)}
                  onPress={() => onRestore(backup)}
                >
                  {words.restore}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
