import { framingOf } from '../../shared/exercises/framing.ts';
import { countShown, hasTempo, type SetState } from '../../shared/session/setState.ts';
import { type Instruction, SETUP_CHECKS } from '../../shared/setup/setupCheck.ts';
import { HelpLink } from '../help/HelpLink.tsx';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { FramingPicture } from './FramingPicture.tsx';
import { LiveTrace } from './LiveTrace.tsx';
import type { LiveSession, LiveSnapshot } from './liveSession.ts';
import { NotSaved } from './NotSaved.tsx';
import { PhaseSign } from './PhaseSign.tsx';
import { RepDots } from './RepDots.tsx';
import { TempoBar } from './TempoBar.tsx';

interface SetViewProps {
  readonly session: LiveSession;
  readonly live: LiveSnapshot;
  readonly set: SetState;
}

/** Being away for less than this is a shift of the feet: not worth dimming the screen. */
const AWAY_SHOWN_AFTER_MS = 900;

export function SetView({ session, live, set }: SetViewProps) {
  const phase = set.phase === 'paused' || set.phase === 'asking' ? set.before : set.phase;
  const keys = live.session.person.handPauses ? text.session.keys : text.session.keysWithoutHand;
  return (
    <main className="set">
      {phase === 'setup' ? <SetupGuide live={live} set={set} /> : <Counting live={live} session={session} set={set} />}
      <Interruption session={session} live={live} set={set} />
      <footer className="set-foot">
        <RepDots set={set} />
        <div className="row">
          <Button onPress={() => session.send({ type: 'pause-or-go-on' })}>{text.session.pause}</Button>
          {set.started && <Corrections session={session} />}
          <Button onPress={() => session.send({ type: 'menu' })}>{text.session.menu}</Button>
          {phase === 'setup' && <HelpLink place={{ chapter: 'camera' }} label={text.manual.help.camera} />}
          <span className="small soft">{keys.join(' · ')}</span>
        </div>
      </footer>
    </main>
  );
}

function Corrections({ session }: Pick<SetViewProps, 'session'>) {
  const correct = (change: 1 | -1): void =>
    session.send({ type: 'set', input: { type: 'correct', change, nowMs: session.frameMs() } });
  return (
    <>
      <Button aria-label={text.session.removeRep} onPress={() => correct(-1)}>
        −
      </Button>
      <Button aria-label={text.session.addRep} onPress={() => correct(1)}>
        +
      </Button>
    </>
  );
}

/** Being placed: one instruction, large enough for across the room, and what is right already. */
function SetupGuide({ live, set }: Omit<SetViewProps, 'session'>) {
  const { verdict } = set.setup;
  const framing = framingOf(set.plan.exercise);
  const isWaiting = live.status !== 'running';
  const [title, hint] = blindness(live, set) ?? [
    verdict.instruction ? instructionOf(live, verdict.instruction) : text.session.ready,
    text.setup.framing(framing),
  ];
  return (
    <section className="setup">
      <p className="setup-instruction" role="status">
        {title}
      </p>
      <p className="soft setup-hint">{hint}</p>
      <ul className="setup-checks" aria-label={text.setup.title}>
        {SETUP_CHECKS.filter((name) => name !== 'turned' || framing.turn !== 'any').map((name) => {
          const isRight = isWaiting ? null : verdict.checks[name];
          const state = isRight === null ? 'unknown' : isRight ? 'ok' : 'bad';
          return (
            <li key={name} className={`setup-check setup-check-${state}`}>
              <span aria-hidden="true" className="setup-mark">
                {{ ok: '✓', bad: '!', unknown: '·' }[state]}
              </span>
              {text.setup.check[name]}
              <span className="visually-hidden">: {text.setup.state[state]}</span>
            </li>
          );
        })}
      </ul>
      <FramingPicture framing={framing} />
    </section>
  );
}

function Counting({ live: { view }, session, set }: SetViewProps) {
  if (set.phase === 'count-in') {
    const left = 4 - set.countInSaid;
    return (
      <section className="count-in">
        <p className="count-in-number">{set.countInSaid === 0 ? text.session.ready : text.session.countIn(left - 1)}</p>
        <p className="phase-word soft">{text.session.getReady}</p>
      </section>
    );
  }
  const count = countShown(set);
  return (
    <section className={`counting phase-${view.phase}`}>
      <div className="count-block">
        <p className="count">{text.session.count(count)}</p>
        <p className="count-target soft">{text.session.of(set.plan.targetReps)}</p>
      </div>
      <PhaseSign exercise={set.plan.exercise} phase={view.phase} />
      <TempoBar
        elevation={view.elevation}
        phase={view.phase}
        loweringMs={hasTempo(set) && set.lowerStartMs !== null ? session.frameMs() - set.lowerStartMs : null}
      />
      <LiveTrace session={session} />
      <p className="visually-hidden" aria-live="polite">
        {text.repCount(count)}
      </p>
    </section>
  );
}

/** Why nobody is seen now though the camera is wanted, and what is done about it; null where pictures come. */
function blindness({ status, isSilent }: LiveSnapshot, { trouble }: SetState): [string, string] | null {
  const noFrames: [string, string] = [text.session.noFrames, text.session.noFramesHint];
  if (status === 'opening') return [text.session.opening, text.session.openingHint];
  if (status !== 'running') return isSilent ? noFrames : [text.session.starting, text.session.startingHint];
  return trouble === 'camera-lost' ? noFrames : null;
}

/** Dims everything but one sentence while the set waits. */
function Interruption({ session, live, set }: SetViewProps) {
  const { saveError } = live;
  const nowMs = session.frameMs();
  const goOn = (): void => session.send({ type: 'go-on' });
  if (set.phase === 'paused' && set.trouble === 'not-saved' && saveError) {
    return (
      <div className="veil">
        <NotSaved code={saveError} onGoOn={goOn} />
      </div>
    );
  }
  if (set.phase === 'paused') {
    return (
      <div className="veil" role="status">
        <p className="veil-title">{text.session.paused}</p>
        <p>{text.session.pausedHint(countShown(set))}</p>
        <Button look="primary" large onPress={goOn}>
          {text.session.goOn}
        </Button>
      </div>
    );
  }
  if (set.phase !== 'away') return null;
  // At once: where no frames come, this is not drawn again.
  const blind = blindness(live, set);
  if (blind) {
    const [title, hint] = blind;
    return (
      <div className="veil" role="status">
        <p className="veil-title">{title}</p>
        <p>{hint}</p>
      </div>
    );
  }
  if (nowMs - (set.awaySinceMs ?? nowMs) < AWAY_SHOWN_AFTER_MS) return null;
  const { instruction } = set.setup.verdict;
  const isGone = !instruction || instruction === 'step-into-picture';
  return (
    <div className="veil" role="status">
      <p className="veil-title">{isGone ? text.session.away : instructionOf(live, instruction)}</p>
      <p>{text.session.awayHint(countShown(set))}</p>
    </div>
  );
}

/** No light helps whoever is drawn. */
function instructionOf({ source }: LiveSnapshot, instruction: Instruction): string {
  const isDrawn = source?.ownTime !== undefined;
  return isDrawn && instruction === 'too-few-frames' ? text.setup.tooFewDrawn : text.setup.instruction[instruction];
}
