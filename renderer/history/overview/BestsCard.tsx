import { useCallback, useState } from 'react';
import type { Api } from '../../../shared/contract/contract.ts';
import { SIDES, type Side } from '../../../shared/exercises/exerciseIds.ts';
import type { Best } from '../../../shared/history/bests.ts';
import { localDayOf } from '../../coach/localDay.ts';
import { formatDayInYear } from '../../messages/calendar.ts';
import { text } from '../../messages/en.ts';
import { Button } from '../../ui/Button.tsx';
import { useLoaded } from '../../ui/useLoaded.ts';

interface BestsCardProps {
  readonly api: Api;
  onSession(id: string): void;
}

const ROWS = 6;

/** What was done best of each exercise, with its day; each leads to its session. */
export function BestsCard({ api, onSession }: BestsCardProps) {
  const read = useCallback(() => api['history.bests'](null), [api]);
  const [bests] = useLoaded(read);
  const [isWhole, setWhole] = useState(false);
  if (bests.state !== 'ready') return null;
  const rows = [...Map.groupBy(bests.value, ({ exercise, kind }) => `${exercise} ${kind}`).values()];
  const sides = SIDES.filter((side) => bests.value.some((best) => best.side === side));
  return (
    <section className="card bests" aria-labelledby="bests-title">
      <h2 id="bests-title">{text.history.bests}</h2>
      {rows.length === 0 ? (
        <p className="empty-state">{text.history.bestsEmpty}</p>
      ) : (
        <>
          <table className="bests-table">
            <caption className="visually-hidden">{text.history.bests}</caption>
            <thead>
              <tr>
                <th scope="col">{text.history.bestColumns.exercise}</th>
                {sides.map((side) => (
                  <th key={side} scope="col">
                    {text.history.bestColumns[side]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, isWhole ? rows.length : ROWS).map((row) => (
                <BestRow key={`${row[0]?.exercise} ${row[0]?.kind}`} row={row} sides={sides} onSession={onSession} />
              ))}
            </tbody>
          </table>
          {rows.length > ROWS && !isWhole && (
            <div className="row">
              <Button onPress={() => setWhole(true)}>{text.history.moreBests}</Button>
            </div>
          )}
          <p className="small soft">{text.history.bestNoise}</p>
        </>
      )}
    </section>
  );
}

interface BestRowProps {
  readonly row: readonly Best[];
  readonly sides: readonly Side[];
  onSession(id: string): void;
}

function BestRow({ row, sides, onSession }: BestRowProps) {
  const [first] = row;
  if (!first) return null;
  return (
    <tr>
      <th scope="row">
        {text.exercise(first.exercise).name}
        <span className="small soft"> {text.history.best(first.kind)}</span>
      </th>
      {sides.map((side) => {
        const best = row.find((one) => one.side === side);
        if (!best) return <td key={side}>{text.reps.unknown}</td>;
        const value = text.history.bestValue(best.kind, best.value);
        const day = localDayOf(best.atMs);
        return (
          <td key={side}>
            <Button
              look="quiet"
              aria-label={text.history.bestOpen(value, day)}
              onPress={() => onSession(best.sessionId)}
            >
              {value}
            </Button>
            <span className="small soft">{formatDayInYear(day)}</span>
          </td>
        );
      })}
    </tr>
  );
}
