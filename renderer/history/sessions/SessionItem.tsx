import type { ReactNode } from 'react';
import type { SessionLine } from '../../../shared/history/sessionList.ts';
import { text } from '../../messages/en.ts';
import { formatFullDate } from '../../messages/format.ts';
import { Button } from '../../ui/Button.tsx';

interface SessionItemProps {
  readonly line: SessionLine;
  /** It is to be set beside another one. */
  readonly isChoosing?: boolean;
  /** More than the way to it. */
  readonly children?: ReactNode;
  onOpen(): void;
}

/** A session in a few lines; the whole of it leads inside. */
export function SessionItem({ line, isChoosing = false, children, onOpen }: SessionItemProps) {
  const when = formatFullDate(line.startedAtMs);
  return (
    <li className="card session-item">
      <div className="session-item-head">
        <Button look="quiet" {...(isChoosing && { 'aria-label': text.sessions.compareThis(when) })} onPress={onOpen}>
          {when}
        </Button>
        <span className="soft">{line.kind ? text.history.kind[line.kind] : text.history.kindUnknown}</span>
        {tagsOf(line).map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
      </div>
      <p>
        {bothLegs(line).map(({ exercise, sets, reps }) => (
          <span key={exercise} className="session-item-part">
            {text.history.setsOf(text.exercise(exercise).name, sets, reps)}
          </span>
        ))}
      </p>
      {line.note !== '' && <p className="session-note">{line.note}</p>}
      {children}
    </li>
  );
}

/** Left and right together: a line has no room for more. */
function bothLegs({ exercises }: SessionLine) {
  return [...Map.groupBy(exercises, ({ exercise }) => exercise)].map(([exercise, sides]) => ({
    exercise,
    sets: sides.reduce((sum, { sets }) => sum + sets, 0),
    reps: sides.reduce((sum, { reps }) => sum + reps, 0),
  }));
}

export function tagsOf({ source, endReason, isAmended, pain, activeMs }: SessionLine): string[] {
  return [
    activeMs > 0 && text.history.minutes(activeMs),
    source !== 'camera' && text.history.source[source],
    endReason === null ? text.history.unfinished : endReason !== 'finished' && text.history.ended[endReason],
    pain !== null && pain > 0 && text.history.pain(pain),
    isAmended && text.sessions.corrected,
  ].filter((tag) => typeof tag === 'string');
}
