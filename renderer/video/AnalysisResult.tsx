import { useEffect, useRef, useState } from 'react';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import type { ImportedSession } from '../../shared/history/records.ts';
import type { Counting } from '../../shared/trace/replay.ts';
import { UNKNOWN } from '../help/places.ts';
import { text } from '../messages/en.ts';
import { formatClock, formatSeconds } from '../messages/format.ts';
import { RepTable } from '../reps/RepTable.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import { errorCode } from '../ui/useLoaded.ts';
import type { VideoAnalysis } from './analyseVideo.ts';
import { saveTrace } from './saveTrace.ts';

interface AnalysisResultProps {
  readonly api: Api;
  readonly analysis: VideoAnalysis;
  readonly session: ImportedSession;
  onHistory(): void;
  onAnother(): void;
}

export function AnalysisResult({ api, analysis, session, onHistory, onAnother }: AnalysisResultProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { header, counting, endsEarly, readMs, durationMs } = analysis;
  const [set] = session.sets;
  const reps = set?.reps ?? [];
  return (
    <>
      {endsEarly && (
        <TroubleNotice
          sentence={text.video.endsEarly(formatClock(readMs), formatClock(durationMs))}
          entry={text.video.endsEarly(UNKNOWN, UNKNOWN)}
        />
      )}
      <section className="card video-result">
        <header className="video-count">
          <strong>{reps.length}</strong>
          <h1 ref={heading} tabIndex={-1}>
            {text.summary.reps(reps.length)}
          </h1>
          <span className="soft">{text.history.setTitle(text.exercise(header.exercise).name, header.side)}</span>
        </header>
        {reps.length > 0 ? (
          <RepTable exercise={header.exercise} reps={reps} />
        ) : (
          <div>
            <p>{text.video.noReps}</p>
            <p className="soft">{text.video.noRepsHint}</p>
          </div>
        )}
        <div className="video-facts">
          {counting.attempts.length > 0 && <Attempts attempts={counting.attempts} />}
          <Tracking tracking={counting.tracking} fps={header.fps} />
        </div>
        <Saving api={api} analysis={analysis} session={session} onHistory={onHistory} onAnother={onAnother} />
      </section>
    </>
  );
}

function Attempts({ attempts }: Pick<Counting, 'attempts'>) {
  return (
    <div>
      <h2>{text.video.attempts}</h2>
      <ul className="video-attempts">
        {attempts.map(({ atMs, reason }) => (
          <li key={atMs}>{text.video.attempt(formatClock(atMs), text.attempt[reason])}</li>
        ))}
      </ul>
    </div>
  );
}

function Tracking({ tracking, fps }: Pick<Counting, 'tracking'> & { readonly fps: number }) {
  const { framesTotal, framesSeen, lostMs } = tracking;
  // Rounded down: only a person who was seen in every picture was seen in 100 %.
  const share = `${Math.floor((100 * framesSeen) / framesTotal)} %`;
  return (
    <div>
      <h2>{text.video.tracking}</h2>
      <p>{text.video.seen(share, framesTotal)}</p>
      <p className="soft">
        {lostMs > 0 ? text.video.lost(formatSeconds(lostMs)) : text.video.neverLost} ·{' '}
        {text.video.rate(String(Math.round(fps)))}
      </p>
    </div>
  );
}

type SaveState = 'not-yet' | 'under-way' | 'done' | { readonly failed: ErrorCode };

function Saving({ api, analysis, session, onHistory, onAnother }: AnalysisResultProps) {
  const [history, setHistory] = useState<SaveState>('not-yet');
  const [trace, setTrace] = useState<SaveState>('not-yet');
  const [tracePath, setTracePath] = useState('');
  const save = async (set: (state: SaveState) => void, work: () => Promise<unknown>): Promise<void> => {
    set('under-way');
    try {
      await work();
      set('done');
    } catch (error) {
      set({ failed: errorCode(error) });
    }
  };
  const saveHistory = () => save(setHistory, () => api['history.addImported'](session));
  const setId = session.sets[0]?.id ?? session.id;
  const keepTrace = () => save(setTrace, async () => setTracePath(await saveTrace(api, setId, analysis)));
  const isOpen = (state: SaveState): boolean => state !== 'done' && state !== 'under-way';
  return (
    <>
      {[history, trace].map(
        (state, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: always these two
          typeof state === 'object' && <ProblemCard key={i} problem={text.callError[state.failed]} />,
      )}
      <div className="row">
        {history === 'done' ? (
          <Button onPress={onHistory}>{text.video.showHistory}</Button>
        ) : (
          <Button look="primary" isDisabled={!isOpen(history)} onPress={saveHistory}>
            {text.video.save}
          </Button>
        )}
        <Button isDisabled={!isOpen(trace)} onPress={keepTrace}>
          {text.video.saveTrace}
        </Button>
        <Button look="quiet" onPress={onAnother}>
          {text.video.another}
        </Button>
      </div>
      <p className="small soft video-saved" role="status">
        {[
          history === 'done' && text.video.saved,
          trace === 'done' ? text.summary.traceSaved(tracePath) : text.video.traceHint,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}
