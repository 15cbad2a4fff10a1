import { Group, Input, Label, NumberField } from 'react-aria-components';
import { Button } from './Button.tsx';

interface NumberStepperProps {
  readonly label: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  onChange(value: number): void;
}

export function NumberStepper({ label, value, least, most, onChange }: NumberStepperProps) {
  return (
    <NumberField
      className="field"
      value={value ?? Number.NaN}
      minValue={least}
      maxValue={most}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
    >
      <Label className="label">{label}</Label>
      <Group className="stepper">
        <Button slot="decrement">−</Button>
        <Input className="stepper-input" />
        <Button slot="increment">+</Button>
      </Group>
    </NumberField>
  );
}
