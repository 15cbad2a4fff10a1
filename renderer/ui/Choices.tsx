import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: string;
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly inRow?: boolean;
  /** Where a heading says it already. */
  readonly isLabelHidden?: boolean;
  onChange(value: Value): void;
}

/** One of a few, all of them in sight; the chosen one says more. */
export function Choices<Value extends string>({
  label,
  choices,
  value,
  inRow = false,
  isLabelHidden = false,
  onChange,
}: ChoicesProps<Value>) {
  return (
    <RadioGroup
      className="field"
      value={value}
      onChange={(next) => onChange(next as Value)}
      orientation={inRow ? 'horizontal' : 'vertical'}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'label'}>{label}</Label>
      <div className={inRow ? 'choices-row' : 'choices'}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="choice">
            <strong>{choice.label}</strong>
            {choice.hint && choice.value === value && <span className="small soft">{choice.hint}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
