import { useId, useState } from 'react';

interface TimeEntryProps {
  readonly label: string;
  /** After midnight. */
  readonly minute: number;
  /** Below it while there is no whole time in it. */
  readonly problem: string;
  onChange(minute: number): void;
}

/** A time of the day. */
export function TimeEntry({ label, minute, problem, onChange }: TimeEntryProps) {
  const problemId = useId();
  const [typed, setTyped] = useState(clockOf(minute));
  const [given, setGiven] = useState(minute);
  if (minute !== given) {
    setGiven(minute);
    setTyped(clockOf(minute));
  }
  const isMissing = typed === '';
  return (
    <span className="time-entry">
      <input
        type="time"
        className="text-input time-input"
        aria-label={label}
        aria-invalid={isMissing}
        {...(isMissing && { 'aria-describedby': problemId, 'data-invalid': true })}
        value={typed}
        onChange={({ target: { value } }) => {
          setTyped(value);
          const [hours, minutes] = value.split(':').map(Number);
          if (hours !== undefined && minutes !== undefined) onChange(60 * hours + minutes);
        }}
      />
      {isMissing && (
        <span id={problemId} className="field-error" role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}

/** `08:05`; the end of a day is midnight. */
function clockOf(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}
