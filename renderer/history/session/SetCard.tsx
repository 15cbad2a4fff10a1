import { useId, useState } from 'react';
import type { Api } from '../../../shared/contract/contract.ts';
import { isSeen, SIDES } from '../../../shared/exercises/exerciseIds.ts';
import { countOf, isAmended, type SetRecord } from '../../../shared/history/records.ts';
import { text } from '../../messages/en.ts';
import { formatClock, formatSeconds, mean } from '../../messages/format.ts';
import { RepTable } from '../../reps/RepTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { changeNote, changeRep, changeSide, correctCount } from './changes.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { RepPanel } from './RepPanel.tsx';
import { SetTimeline } from './SetTimeline.tsx';
import type { Changes } from './useChanges.ts';

interface SetCardProps {
  readonly api: Api;
  readonly set: SetRecord;
  /** Which set of the session it is, from 1. */
  readonly n: number;
  readonly hasTarget: boolean;
  readonly changes: Changes;
}

/** One set: its count, its reps along the time, and what the person makes of it. */
export function SetCard({ api, set, n, hasTarget, changes }: SetCardProps) {
  const titleId = useId();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isCorrecting, setCorrecting] = useState(false);
  const { name } = text.exercise(set.exercise);
  const isLed = !isSeen(set.exercise);
  const chosen = set.reps.find(({ id }) => id === chosenId);
  return (
    <section className="card set-card" aria-labelledby={titleId}>
      <header className="set-card-head">
        <span className="set-card-count">{isLed ? formatClock(workedMs(set)) : countOf(set)}</span>
        <div>
          <h2 id={titleId}>
            <span className="soft">{text.sessions.setN(n)}</span> {text.history.setTitle(name, set.side)}
          </h2>
          <p className="soft small">{asidesOf(set, hasTarget).join(' · ')}</p>
          <Corrected set={set} />
        </div>
        <Button
          look="quiet"
          aria-label={isCorrecting ? text.sessions.correctDone : text.sessions.correctOf(n)}
          aria-expanded={isCorrecting}
          onPress={() => setCorrecting(!isCorrecting)}
        >
          {isCorrecting ? text.sessions.correctDone : text.sessions.correct}
        </Button>
      </header>
      {isCorrecting && (
        <div className="set-correct">
          {!isLed && (
            <fieldset className="set-count">
              <legend className="label">{text.sessions.count}</legend>
              <Button
                aria-label={text.sessions.countLess}
                isDisabled={countOf(set) === 0}
                onPress={() => changes.make(correctCount(api, set, -1))}
              >
                −
              </Button>
              <output>{countOf(set)}</output>
              <Button aria-label={text.sessions.countMore} onPress={() => changes.make(correctCount(api, set, 1))}>
                +
              </Button>
            </fieldset>
          )}
          <Choices
            label={text.sessions.side}
            inRow
            value={set.side}
            choices={SIDES.map((value) => ({ value, label: text.sessions.sides[value] }))}
            onChange={(side) => changes.make(changeSide(api, set, side))}
          />
        </div>
      )}
      {isSeen(set.exercise) && set.reps.length > 0 ? (
        <>
          <SetTimeline exercise={set.exercise} n={n} reps={set.reps} chosenId={chosenId} onChoose={setChosenId} />
          {chosen ? (
            <RepPanel
              exercise={set.exercise}
              rep={chosen}
              onCounts={(counts) => changes.make(changeRep(api, chosen, counts))}
            />
          ) : (
            <p className="small soft">{text.sessions.timelineHint}</p>
          )}
          <details className="disclosure">
            <summary>{text.sessions.figures}</summary>
            <div className="set-table">
              <RepTable exercise={set.exercise} reps={set.reps} />
            </div>
          </details>
        </>
      ) : (
        !isLed && <p className="soft">{text.history.noReps}</p>
      )}
      <NoteEditor
        note={set.note}
        of={text.sessions.setN(n)}
        onNote={(note) => changes.make(changeNote(api, 'set', set, note))}
      />
    </section>
  );
}

/** What the person changed, and what was there before. */
function Corrected({ set }: { readonly set: SetRecord }) {
  if (!isAmended(set)) return null;
  const isCounted = countOf(set) !== set.reps.length || set.corrected !== 0;
  return (
    <p className="row small">
      <span className="tag tag-amended">{text.sessions.corrected}</span>
      {isCounted && <span>{text.sessions.seen(set.reps.length)}</span>}
      {set.side !== set.recordedSide && <span>{text.sessions.seenSide(set.recordedSide)}</span>}
    </p>
  );
}

function asidesOf(set: SetRecord, hasTarget: boolean): string[] {
  const isLed = !isSeen(set.exercise);
  const lowering = mean(
    set.reps.flatMap(({ counts, measures: m }) =>
      counts && m && m.endMs !== null && m.lowerStartMs !== null ? [m.endMs - m.lowerStartMs] : [],
    ),
  );
  return [
    hasTarget && !isLed && text.session.of(set.targetReps),
    isLed && set.targetMs !== null && text.history.byClock(formatClock(set.targetMs)),
    set.end && set.end.reason !== 'finished' && text.history.ended[set.end.reason],
    lowering !== null && text.history.lowering(formatSeconds(lowering)),
    set.attempts.length > 0 && text.history.attempts(set.attempts.length),
    set.checkIn && text.history.checkIn(set.checkIn),
  ].filter((aside) => typeof aside === 'string');
}

/** Of what a clock led: from its beginning to its end. */
function workedMs({ startedAtMs, end, targetMs }: SetRecord): number {
  return end ? Math.min(targetMs ?? 0, Math.max(0, end.endedAtMs - startedAtMs)) : 0;
}
