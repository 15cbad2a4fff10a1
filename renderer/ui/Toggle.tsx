import { Switch } from 'react-aria-components';

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  onChange(isOn: boolean): void;
}

export function Toggle({ label, isOn, onChange }: ToggleProps) {
  return (
    <Switch className="switch" isSelected={isOn} onChange={onChange}>
      <span className="switch-track">
        <span className="switch-knob" />
      </span>
      {label}
    </Switch>
  );
}
