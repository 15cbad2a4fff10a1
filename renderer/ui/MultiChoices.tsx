import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import type { Choice } from './Choices.tsx';

interface MultiChoicesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly values: readonly Value[];
  onChange(values: Value[]): void;
}

/** Several of a few, all of them in sight. */
export function MultiChoices<Value extends string>({ label, choices, values, onChange }: MultiChoicesProps<Value>) {
  return (
    <CheckboxGroup className="field" value={[...values]} onChange={(next) => onChange(next as Value[])}>
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
    </CheckboxGroup>
  );
}
