import { TextField } from './TextField.tsx';

interface NumberEntryProps {
  readonly label: string;
  readonly hint: string;
  readonly unit?: string;
  readonly value: number | null;
  /** What is wrong with a number (NaN where none was typed), naming the field; null when it may be kept. */
  problem(value: number | null): string | null;
  onChange(value: number | null): void;
}

/** A number that may also be left out. */
export function NumberEntry({ value, problem, onChange, ...field }: NumberEntryProps) {
  return (
    <TextField
      {...field}
      inputMode="decimal"
      value={value === null ? '' : String(value)}
      problem={(typed) => problem(numberIn(typed))}
      onChange={(typed) => onChange(numberIn(typed))}
    />
  );
}

function numberIn(typed: string): number | null {
  const trimmed = typed.trim().replace(',', '.');
  return trimmed === '' ? null : Number(trimmed);
}
