import { type HTMLAttributes, useState } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components';

interface TextFieldProps {
  readonly label: string;
  /** Below it; a problem takes its place, so that nothing moves under the pointer. */
  readonly hint: string;
  /** Behind the field, such as a unit. */
  readonly unit?: string;
  readonly value: string;
  /** Of numbers: the field is short. */
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  /** What is wrong with a text, naming the field; null when it may be kept. */
  problem(text: string): string | null;
  /** Only with what may be kept. */
  onChange(text: string): void;
}

/** A line to write in. What may not be kept stays as it was typed, with a sentence below it. */
export function TextField({ label, hint, unit, value, problem, onChange, inputMode }: TextFieldProps) {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setTyped(value);
  }
  return (
    <AriaTextField
      className="field"
      value={typed}
      validate={problem}
      onChange={(text) => {
        setTyped(text);
        if (problem(text) === null) onChange(text);
      }}
    >
      {({ isInvalid }) => (
        <>
          <Label className="label">{label}</Label>
          <div className="text-field">
            <Input className={inputMode ? 'text-input text-input-short' : 'text-input'} inputMode={inputMode} />
            {unit && <span className="soft">{unit}</span>}
          </div>
          {isInvalid && problem(typed) !== null ? (
            <FieldError className="field-error" />
          ) : (
            <Text slot="description" className="small soft">
              {hint}
            </Text>
          )}
        </>
      )}
    </AriaTextField>
  );
}
