import { text } from '../messages/en.ts';
import { formatAboutDuration, formatClock } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import { type Progress, remainingMs, shareDone } from './progress.ts';

interface AnalysisProgressProps {
  readonly name: string;
  /** Null until the first picture was looked at. */
  readonly progress: Progress | null;
  onCancel(): void;
}

export function AnalysisProgress({ name, progress, onCancel }: AnalysisProgressProps) {
  return (
    <section className="card video-progress">
      <h1 className="video-name">{text.video.analysing(name)}</h1>
      <p className="video-count">
        <strong>{progress?.count ?? 0}</strong>
        <span className="soft">
          {text.summary.reps(progress?.count ?? 0)} {text.video.soFar}
        </span>
      </p>
      <ProgressLine label={text.video.progress} ratio={progress === null ? 0 : shareDone(progress)}>
        {progress ? detailsOf(progress) : text.video.opening}
      </ProgressLine>
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
