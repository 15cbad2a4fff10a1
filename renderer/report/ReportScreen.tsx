import { useCallback, useState } from 'react';
import type { Api } from '../../shared/contract/contract.ts';
import { dateOfDay } from '../../shared/history/days.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { localDayOf } from '../coach/localDay.ts';
import type { ProgressNow } from '../coach/useProgress.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { DateEntry } from '../ui/DateEntry.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { useLoaded } from '../ui/useLoaded.ts';
import { ReportSheet } from './ReportSheet.tsx';
import './report.css';

interface ReportScreenProps {
  readonly api: Api;
  readonly settings: Settings;
  readonly version: string;
  readonly now: ProgressNow;
  onBack(): void;
}

/** Four weeks on a sheet of paper, as it will be printed. */
export function ReportScreen({ api, settings, version, now, onBack }: ReportScreenProps) {
  const words = text.report;
  const [toDate, setToDate] = useState(() => dateOfDay(localDayOf(Date.now())));
  const read = useCallback(
    async () => ({ report: await api['history.report']({ toDate }), checks: await api['history.checks'](null) }),
    [api, toDate],
  );
  const [loaded, readAgain] = useLoaded(read);
  return (
    <>
      <div className="report-bar">
        <h1>{words.title}</h1>
        <p className="soft">{words.lead}</p>
        <div className="row report-choice">
          <DateEntry
            label={words.end}
            date={toDate}
            onChange={(date) => {
              if (date !== null) setToDate(date);
            }}
          />
          <Button look="primary" isDisabled={loaded.state !== 'ready'} onPress={() => window.print()}>
            {words.print}
          </Button>
          <Button onPress={onBack}>{words.back}</Button>
        </div>
        {loaded.state === 'failed' && (
          <ProblemCard problem={text.callError[loaded.code]}>
            <Button onPress={readAgain}>{text.session.tryAgain}</Button>
          </ProblemCard>
        )}
      </div>
      {loaded.state === 'ready' && (
        <div className="report-desk">
          <ReportSheet
            {...loaded.value}
            settings={settings}
            version={version}
            ladder={now.ladder}
            madeMs={Date.now()}
          />
        </div>
      )}
    </>
  );
}
