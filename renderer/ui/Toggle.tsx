import { useId } from 'react';
import { Switch } from 'react-aria-components';

interface ToggleProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  onChange(isOn: boolean): void;
}

export function Toggle({ label, hint, isOn, onChange }: ToggleProps) {
  const hintId = useId();
  return (
    <div className="field">
      <Switch className="switch" isSelected={isOn} onChange={onChange} {...(hint && { 'aria-describedby': hintId })}>
        <span className="switch-track">
          <span className="switch-knob" />
        </span>
        {label}
      </Switch>
      {hint && (
        <p id={hintId} className="small soft">
          {hint}
        </p>
      )}
    </div>
  );
}
