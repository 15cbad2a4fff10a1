import { useState } from 'react';
import { Checkbox, CheckboxGroup, FieldError, Label } from 'react-aria-components';
import type { Choice } from './Choices.tsx';

interface MultiChoicesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly values: readonly Value[];
  /** What is wrong with a choice, naming the field; null when it may be kept. */
  problem?(values: readonly Value[]): string | null;
  /** Only with what may be kept. */
  onChange(values: Value[]): void;
}

/** Several of a few, all of them in sight. */
export function MultiChoices<Value extends string>({
  label,
  choices,
  values,
  problem = () => null,
  onChange,
}: MultiChoicesProps<Value>) {
  const [ticked, setTicked] = useState<readonly Value[]>(values);
  const [given, setGiven] = useState(values);
  if (values.join() !== given.join()) {
    setGiven(values);
    setTicked(values);
  }
  const wrong = problem(ticked);
  return (
    <CheckboxGroup
      className="field"
      value={[...ticked]}
      validationBehavior="aria"
      isInvalid={wrong !== null}
      onChange={(next) => {
        setTicked(next as Value[]);
        if (problem(next as Value[]) === null) onChange(next as Value[]);
      }}
    >
      <Label className="label">{label}</Label>
      <div className="choices">
        {choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} className="choice choice-ticked">
            <span className="tick" aria-hidden="true">
              ✓
            </span>
            <span>
              <strong>{choice.label}</strong>
              {choice.hint && <span className="small soft choice-hint">{choice.hint}</span>}
            </span>
          </Checkbox>
        ))}
      </div>
      <FieldError className="field-error">{wrong}</FieldError>
    </CheckboxGroup>
  );
}
