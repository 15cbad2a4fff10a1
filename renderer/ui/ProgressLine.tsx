import type { ReactNode } from 'react';
import { Label, ProgressBar } from 'react-aria-components';

interface ProgressLineProps {
  readonly label: string;
  /** 0–1. */
  readonly ratio: number;
  /** What is being done, beside the per cent. */
  readonly children: ReactNode;
}

/** How far something has come. */
export function ProgressLine({ label, ratio, children }: ProgressLineProps) {
  const percent = 100 * ratio;
  return (
    <ProgressBar className="progress" value={percent}>
      {({ valueText }) => (
        <>
          <Label className="visually-hidden">{label}</Label>
          <span className="progress-track">
            <span className="progress-fill" style={{ width: `${percent}%` }} />
          </span>
          <span className="progress-text">
            <span>{children}</span>
            <span>{valueText}</span>
          </span>
        </>
      )}
    </ProgressBar>
  );
}
