import { useState } from 'react';
import type { Progress } from '../../../shared/progression/progress.ts';
import { localDayOf } from '../../coach/localDay.ts';
import { formatDayInYear } from '../../messages/calendar.ts';
import { text } from '../../messages/en.ts';
import { Button } from '../../ui/Button.tsx';
import { ownRecords } from './ownRecords.ts';

const ROWS = 5;

/** What the person put on record outside of any session, the latest first. */
export function OwnRecordsCard({ progress }: { readonly progress: Progress }) {
  const [isWhole, setWhole] = useState(false);
  const records = ownRecords(progress);
  if (records.length === 0) return null;
  return (
    <section className="card own-records" aria-labelledby="own-title">
      <h2 id="own-title">{text.history.own}</h2>
      <ol>
        {records.slice(0, isWhole ? records.length : ROWS).map(({ key, atMs, words }) => (
          <li key={key}>
            <span className="soft">{formatDayInYear(localDayOf(atMs))}</span> <span>{words}</span>
          </li>
        ))}
      </ol>
      {records.length > ROWS && !isWhole && (
        <div className="row">
          <Button onPress={() => setWhole(true)}>{text.history.moreOwn(records.length - ROWS)}</Button>
        </div>
      )}
    </section>
  );
}
