import { useCallback } from 'react';
import type { Api } from '../../../shared/contract/contract.ts';
import type { SessionRecord } from '../../../shared/history/records.ts';
import { text } from '../../messages/en.ts';
import {
  formatChange,
  formatFullDate,
  formatHours,
  formatNumber,
  formatPercent,
  formatSeconds,
  formatShare,
  formatShortSeconds,
} from '../../messages/format.ts';
import { formatAboutLength } from '../../messages/units.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemCard } from '../../ui/ProblemCard.tsx';
import { useLoaded } from '../../ui/useLoaded.ts';
import { type ComparedGroup, compareSessions, type Measure } from './compare.ts';
import './session.css';

interface ComparePageProps {
  readonly api: Api;
  readonly ids: readonly [string, string];
  onBack(): void;
  onOpen(id: string): void;
}

/** Two sessions side by side, the earlier one first: what changed from one to the other. */
export function ComparePage({ api, ids, onBack, onOpen }: ComparePageProps) {
  const [a, b] = ids;
  const read = useCallback(
    () => Promise.all([api['history.session']({ id: a }), api['history.session']({ id: b })]),
    [api, a, b],
  );
  const [found, readAgain] = useLoaded(read);
  return (
    <>
      <div className="row">
        <Button onPress={onBack}>{text.sessions.backTo}</Button>
      </div>
      <h1>{text.sessions.compareTitle}</h1>
      {found.state === 'loading' && <p className="soft">{text.app.loading}</p>}
      {found.state === 'failed' && (
        <ProblemCard problem={text.callError[found.code]}>
          <Button onPress={readAgain}>{text.session.tryAgain}</Button>
        </ProblemCard>
      )}
      {found.state === 'ready' && <Both sessions={found.value} onOpen={onOpen} />}
    </>
  );
}

interface BothProps {
  readonly sessions: readonly (SessionRecord | null)[];
  onOpen(id: string): void;
}

function Both({ sessions, onOpen }: BothProps) {
  const [first, second] = sessions.flatMap((session) => session ?? []).sort((x, y) => x.startedAtMs - y.startedAtMs);
  if (!first || !second) return <p>{text.sessions.gone}</p>;
  const { groups, alone } = compareSessions([first, second]);
  return (
    <div className="card compare">
      <table className="compare-table">
        <caption className="visually-hidden">{text.sessions.compareTable}</caption>
        <thead>
          <tr>
            <th scope="col">{text.sessions.compareColumns.what}</th>
            {[first, second].map(({ id, startedAtMs }) => (
              <th key={id} scope="col">
                <Button look="quiet" onPress={() => onOpen(id)}>
                  {formatFullDate(startedAtMs)}
                </Button>
              </th>
            ))}
            <th scope="col">{text.sessions.compareColumns.change}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.of ? `${group.of.exercise} ${group.of.side}` : ''} group={group} />
        ))}
      </table>
      {[first, second].map(({ id, startedAtMs }, i) => {
        const names = (alone[i] ?? []).map(({ exercise, side }) =>
          text.history.setTitle(text.exercise(exercise).name, side),
        );
        return names.length === 0 ? null : (
          <p key={id} className="compare-alone">
            {text.sessions.compareAlone(formatFullDate(startedAtMs))} {text.history.list(names)}.
          </p>
        );
      })}
    </div>
  );
}

function Group({ group: { of, rows } }: { readonly group: ComparedGroup }) {
  const title = of ? text.history.setTitle(text.exercise(of.exercise).name, of.side) : text.sessions.compareWhole;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className="compare-group">
          {title}
        </th>
      </tr>
      {rows.map(({ measure, values }) => (
        <tr key={measure}>
          <th scope="row">{text.sessions.measure[measure]}</th>
          {values.map((value, i) => (
            // Two columns that never change places.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <td key={i}>{value === null ? text.reps.unknown : FORMAT[measure](value)}</td>
          ))}
          <td>{changeInWords(measure, values)}</td>
        </tr>
      ))}
    </tbody>
  );
}

const FORMAT: Record<Measure, (value: number) => string> = {
  activeMs: formatHours,
  sets: formatNumber,
  reps: formatNumber,
  range: formatShare,
  heightCm: formatAboutLength,
  lowerMs: formatSeconds,
  inCount: formatPercent,
  flightMs: formatShortSeconds,
  cadence: (perMinute) => formatNumber(Math.round(perMinute)),
  holdMs: formatSeconds,
  faults: formatNumber,
  pain: formatNumber,
};
/** Of these a share says more than a difference. */
const AS_SHARE: readonly Measure[] = ['range', 'heightCm', 'lowerMs', 'flightMs', 'cadence', 'holdMs', 'activeMs'];

function changeInWords(measure: Measure, [before, after]: ComparedGroup['rows'][number]['values']): string {
  if (before === null || after === null) return text.reps.unknown;
  if (AS_SHARE.includes(measure))
    return before === 0 ? text.reps.unknown : text.sessions.changeShare(after / before - 1);
  return measure === 'inCount' ? text.sessions.changePoints(after - before) : formatChange(after - before);
}
