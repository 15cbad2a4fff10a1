import { useCallback, useState } from 'react';
import type { Api } from '../../shared/contract/contract.ts';
import type { ExportFormat } from '../../shared/history/transfer.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useLoaded } from '../ui/useLoaded.ts';

interface ExportCardProps {
  readonly api: Api;
  readonly isBusy: boolean;
  onExport(format: ExportFormat, folder: string): void;
}

/** Everything out: into one file, or into tables, in a folder of the person's choice. */
export function ExportCard({ api, isBusy, onExport }: ExportCardProps) {
  const words = text.data;
  const read = useCallback(() => api['data.folder'](null), [api]);
  const [usual] = useLoaded(read);
  const [typed, setTyped] = useState<string | null>(null);
  const folder = (typed ?? (usual.state === 'ready' ? usual.value.path : '')).trim();
  const save = (format: ExportFormat) => () => onExport(format, folder);
  return (
    <section className="card stack data-folder">
      <h3>{words.save}</h3>
      <p className="small soft">{words.saveHint}</p>
      <TextField label={words.folder} hint={words.folderHint} value={folder} problem={() => null} onChange={setTyped} />
      <div className="row">
        <Button look="primary" isDisabled={isBusy || folder === ''} onPress={save('json')}>
          {words.saveJson}
        </Button>
        <Button isDisabled={isBusy || folder === ''} onPress={save('csv')}>
          {words.saveCsv}
        </Button>
      </div>
    </section>
  );
}
