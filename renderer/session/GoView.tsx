import { type GoState, guideWordsAt } from '../../shared/session/go.ts';
import { text } from '../messages/en.ts';
import { formatClock } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import type { LiveSession } from './liveSession.ts';

interface GoViewProps {
  readonly session: LiveSession;
  readonly go: GoState;
}

/** What a clock leads: how long still, and the words of the guide. */
export function GoView({ session, go }: GoViewProps) {
  const isReady = go.readyLeftMs > 0;
  const leftMs = go.goMs - go.passedMs;
  const words = guideWordsAt(go);
  const { setUp, steps } = text.exercise(go.exercise);
  return (
    <main className="set">
      <section className={`go phase-${isReady ? 'rest' : 'hold'}`}>
        <p className="go-left" role="timer" aria-label={text.session.goLeft(formatClock(leftMs))}>
          {isReady ? Math.ceil(go.readyLeftMs / 1000) : formatClock(Math.ceil(leftMs / 1000) * 1000)}
        </p>
        <p className="phase-word" aria-live="polite">
          {isReady ? text.session.getReadyNow : sentence(words ?? '')}
        </p>
        <div className="rest-bar" aria-hidden="true">
          <div style={{ transform: `scaleX(${(isReady ? 1 : leftMs / go.goMs).toFixed(3)})` }} />
        </div>
        {isReady && <p className="setup-hint">{setUp}</p>}
        <ol className="go-steps soft">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="small soft">{text.session.clockOnly}</p>
      </section>
      <footer className="set-foot">
        <div className="row">
          {isReady ? (
            <Button look="primary" onPress={() => session.send({ type: 'next' })}>
              {text.session.begin}
            </Button>
          ) : (
            <Button onPress={() => session.send({ type: 'pause-or-go-on' })}>{text.session.pause}</Button>
          )}
          <Button onPress={() => session.send({ type: 'menu' })}>{text.session.menu}</Button>
          <span className="small soft">{text.session.goKeys.join(' · ')}</span>
        </div>
      </footer>
    </main>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
