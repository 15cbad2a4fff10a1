import { Label, ProgressBar } from 'react-aria-components';
import { text } from '../messages/en.ts';
import { formatAboutDuration, formatClock } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { type Progress, remainingMs, shareDone } from './progress.ts';

interface AnalysisProgressProps {
  readonly name: string;
  /** Null until the first picture was looked at. */
  readonly progress: Progress | null;
  onCancel(): void;
}

export function AnalysisProgress({ name, progress, onCancel }: AnalysisProgressProps) {
  const percent = progress === null ? 0 : 100 * shareDone(progress);
  return (
    <section className="card video-progress">
      <h1 className="video-name">{text.video.analysing(name)}</h1>
      <p className="video-count">
        <strong>{progress?.count ?? 0}</strong>
        <span className="soft">
          {text.summary.reps(progress?.count ?? 0)} {text.video.soFar}
        </span>
      </p>
      <ProgressBar className="progress" value={percent}>
        {({ valueText }) => (
          <>
            <Label className="visually-hidden">{text.video.progress}</Label>
            <span className="progress-track">
              <span className="progress-fill" style={{ width: `${percent}%` }} />
            </span>
            <span className="progress-text">
              <span>{progress ? detailsOf(progress) : text.video.opening}</span>
              <span>{valueText}</span>
            </span>
          </>
        )}
      </ProgressBar>
      <div className="row">
        <Button autoFocus onPress={onCancel}>
          {text.video.cancel}
        </Button>
      </div>
    </section>
  );
}

function detailsOf(progress: Progress): string {
  const left = remainingMs(progress);
  return [
    text.video.place(formatClock(progress.readMs), formatClock(progress.durationMs)),
    text.video.frames(progress.frames),
    ...(left === null ? [] : [text.video.left(formatAboutDuration(left))]),
  ].join(' · ');
}
