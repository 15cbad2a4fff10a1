import { useState } from 'react';
import { FieldError, Group, Input, Label, NumberField } from 'react-aria-components';
import { Button } from './Button.tsx';

interface NumberStepperProps {
  readonly label: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  /**
   * What is wrong with a number, naming the field; null when it may be kept. It stands below what was typed. Without it,
   * the nearest number that may be kept is taken.
   */
  problem?(value: number): string | null;
  onChange(value: number): void;
}

export function NumberStepper({ label, value, least, most, step = 1, problem, onChange }: NumberStepperProps) {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setTyped(value);
  }
  return (
    <NumberField
      className="field"
      value={typed ?? Number.NaN}
      minValue={least}
      maxValue={most}
      step={step}
      commitBehavior={problem ? 'validate' : 'snap'}
      {...(problem && { validate: problem })}
      onChange={(next) => {
        if (problem) setTyped(next);
        if (problem ? problem(next) === null : Number.isFinite(next)) onChange(next);
      }}
    >
      <Label className="label">{label}</Label>
      <Group className="stepper">
        <Button slot="decrement">−</Button>
        <Input className="stepper-input" />
        <Button slot="increment">+</Button>
      </Group>
      <FieldError className="field-error" />
    </NumberField>
  );
}
