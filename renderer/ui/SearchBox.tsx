import { Button, Input, Label, SearchField } from 'react-aria-components';

interface SearchBoxProps {
  readonly label: string;
  readonly hint: string;
  /** What the button is called that empties it. */
  readonly clear: string;
  readonly value: string;
  onChange(value: string): void;
}

/** Looks while one types; Escape empties it. */
export function SearchBox({ label, hint, clear, value, onChange }: SearchBoxProps) {
  return (
    <SearchField className="field search" value={value} onChange={onChange}>
      <Label className="label">{label}</Label>
      <div className="search-box">
        <Input className="search-input" placeholder={hint} />
        {value !== '' && (
          <Button className="search-clear" aria-label={clear}>
            ✕
          </Button>
        )}
      </div>
    </SearchField>
  );
}
