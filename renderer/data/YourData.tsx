import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Api } from '../../shared/contract/contract.ts';
import type { LogTable } from '../../shared/history/csvLog.ts';
import type { ExportFormat, Transfer } from '../../shared/history/transfer.ts';
import { isUnderWay } from '../../shared/history/transfer.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { ExportCard } from './ExportCard.tsx';
import { LogMapper } from './LogMapper.tsx';
import type { TableProblem } from './readTable.ts';
import { sendHistory, sendLog } from './sendHistory.ts';
import { TransferOutcome } from './TransferOutcome.tsx';
import { useTransfer } from './useTransfer.ts';
import './data.css';

interface YourDataProps {
  readonly api: Api;
  /** Something new is in the history, and maybe in the settings. */
  onImported(): void;
  onReport(): void;
}

interface ChosenLog {
  readonly name: string;
  readonly table: LogTable;
}

const FILE_TYPES = ['.json', '.csv', '.tsv', '.txt', 'application/json', 'text/csv'];

/** Everything out into a file, and in again. */
export function YourData({ api, onImported, onReport }: YourDataProps) {
  const words = text.data;
  const { transfer, error, follow } = useTransfer(api, onImported);
  const [log, setLog] = useState<ChosenLog | null>(null);
  const [problem, setProblem] = useState<TableProblem | null>(null);
  const isBusy = isUnderWay(transfer);

  const take = (work: Promise<Transfer>): void => {
    setProblem(null);
    follow(work);
  };
  const choose = async (file: File): Promise<void> => {
    setLog(null);
    setProblem(null);
    if (file.name.toLowerCase().endsWith('.json') || (await file.slice(0, 1).text()) === '{') {
      take(sendHistory(api, file, (next) => follow(Promise.resolve(next))));
      return;
    }
    // Reading tables is only fetched for one.
    const { readTableFile } = await import('./readTable.ts');
    const table = await readTableFile(file);
    if (typeof table === 'string') setProblem(table);
    else setLog({ name: file.name, table });
  };
  return (
    <div className="settings-columns">
      <ExportCard
        api={api}
        isBusy={isBusy}
        onExport={(format: ExportFormat, folder: string) => take(api['data.export']({ format, folder }))}
      />
      <section className="card stack">
        <h3>{words.load}</h3>
        <p className="small soft">{words.loadHint}</p>
        <div className="row">
          <FileTrigger
            acceptedFileTypes={FILE_TYPES}
            onSelect={(files) => {
              const [chosen] = files ?? [];
              if (chosen) void choose(chosen);
            }}
          >
            <Button isDisabled={isBusy}>{words.choose}</Button>
          </FileTrigger>
        </div>
      </section>
      <div className="data-outcome" aria-live="polite">
        {problem && <ProblemCard problem={words.logProblem[problem]} />}
        {error && <ProblemCard problem={text.callError[error]} />}
        <TransferOutcome transfer={transfer} onCancel={() => follow(api['data.cancel'](null))} />
      </div>
      {log && (
        <LogMapper
          key={log.name}
          name={log.name}
          table={log.table}
          onClose={() => setLog(null)}
          onAdd={(sessions) => {
            setLog(null);
            take(sendLog(api, sessions));
          }}
        />
      )}
      <section className="card stack">
        <h3>{text.report.title}</h3>
        <p className="small soft">{text.report.lead}</p>
        <div className="row">
          <Button onPress={onReport}>{text.report.open}</Button>
        </div>
      </section>
    </div>
  );
}
