import { useState } from 'react';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import type { BackupsView } from '../../shared/history/backups.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { TextField } from '../ui/TextField.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import { errorCode } from '../ui/useLoaded.ts';

interface BackupFolderProps {
  readonly api: Api;
  readonly view: BackupsView;
  readonly isDisabled: boolean;
  onChosen(view: BackupsView): void;
}

const words = text.backups;

/** Where backups go: beside the history, or where the person wants them. */
export function BackupFolder({ api, view, isDisabled, onChosen }: BackupFolderProps) {
  const { folder, chosenFolder, folderProblem } = view;
  const [typed, setTyped] = useState(chosenFolder ?? '');
  const [error, setError] = useState<ErrorCode | null>(null);
  const path = typed.trim();
  const choose = async (chosen: string | null): Promise<void> => {
    setError(null);
    try {
      onChosen(await api['backups.chooseFolder']({ folder: chosen }));
      setTyped(chosen ?? '');
    } catch (reason) {
      setError(errorCode(reason));
    }
  };
  return (
    <section className="card stack">
      <h3>{words.folder}</h3>
      <p className="settings-path">{words.goTo(folder)}</p>
      {chosenFolder !== null && folderProblem && (
        <TroubleNotice sentence={words.folderProblem[folderProblem]}>
          <span className="settings-path">{words.meanwhile(chosenFolder, folder)}</span>
        </TroubleNotice>
      )}
      <TextField
        label={words.ownFolder}
        hint={words.ownFolderHint}
        value={typed}
        problem={() => null}
        onChange={setTyped}
      />
      {error && <ProblemCard problem={text.callError[error]} />}
      <div className="row">
        <Button isDisabled={isDisabled || path === '' || path === chosenFolder} onPress={() => void choose(path)}>
          {words.use}
        </Button>
        {chosenFolder !== null && (
          <Button isDisabled={isDisabled} onPress={() => void choose(null)}>
            {words.useUsual}
          </Button>
        )}
      </div>
    </section>
  );
}
