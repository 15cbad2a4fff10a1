import { useId } from 'react';

interface DateEntryProps {
  readonly label: string;
  /** `2026-11-18`; null where none is chosen. */
  readonly date: string | null;
  onChange(date: string | null): void;
}

/** A day, or none. The browser's own field: it is written as in the person's locale. */
export function DateEntry({ label, date, onChange }: DateEntryProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="text-input date-input"
        type="date"
        value={date ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  );
}
