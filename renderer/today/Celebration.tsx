import type { SettingsChange } from '../../shared/settings/settings.ts';
import { lastEarned } from '../coach/openings.ts';
import { RungSteps } from '../coach/RungSteps.tsx';
import type { ProgressNow } from '../coach/useProgress.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';

interface CelebrationProps {
  readonly now: ProgressNow;
  /** What opened up to then has had its moment. */
  readonly celebratedUntilMs: number;
  onSettings(change: SettingsChange): Promise<void>;
  onLadder(): void;
}

/** A rung that was earned has opened: a warm moment, once. What the person opened alone is not celebrated. */
export function Celebration({ now, celebratedUntilMs, onSettings, onLadder }: CelebrationProps) {
  const { rungs } = now.ladder;
  const earned = lastEarned(now.ladder);
  if (!earned || earned.atMs <= celebratedUntilMs) return null;
  const remember = (): void => {
    // If it cannot be kept, it is celebrated once more: no harm done.
    onSettings({ celebratedUntilMs: earned.atMs }).catch(() => undefined);
  };
  return (
    <section className="celebration" aria-labelledby="celebration-title">
      <div className="stack">
        <h2 id="celebration-title">{text.today.celebrateTitle(earned.rung)}</h2>
        <p>{text.today.celebrateLead}</p>
        <div className="row">
          <Button look="primary" onPress={remember}>
            {text.today.celebrateDone}
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              remember();
              onLadder();
            }}
          >
            {text.today.ladder}
          </Button>
        </div>
      </div>
      <RungSteps rungs={rungs} withSun />
    </section>
  );
}
