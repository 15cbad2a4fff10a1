import { type LengthScale, lengthScale } from '../messages/units.ts';
import { NumberStepper } from './NumberStepper.tsx';

interface LengthStepperProps {
  label(unit: LengthScale['unit']): string;
  readonly cm: number;
  readonly mostCm: number;
  onChange(cm: number): void;
}

/** A short length, in the person's units. */
export function LengthStepper({ label, cm, mostCm, onChange }: LengthStepperProps) {
  const scale = lengthScale();
  return (
    <NumberStepper
      label={label(scale.unit)}
      value={scale.of(cm)}
      least={0}
      most={scale.of(mostCm)}
      step={scale.step}
      onChange={(value) => onChange(scale.toCm(value))}
    />
  );
}
