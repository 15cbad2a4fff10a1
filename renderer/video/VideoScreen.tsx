import { useEffect, useRef, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Api } from '../../shared/contract/contract.ts';
import type { ImportedSession } from '../../shared/history/records.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { unhurriedSetup } from '../capture/poseChoice.ts';
import { PoseError, type PoseProblem } from '../capture/poseProblem.ts';
import { text } from '../messages/en.ts';
import type { Problem } from '../messages/problem.ts';
import { AnalysisProgress } from './AnalysisProgress.tsx';
import { AnalysisResult } from './AnalysisResult.tsx';
import { analyseVideo, type VideoAnalysis } from './analyseVideo.ts';
import { importedSession } from './importedSession.ts';
import type { Progress } from './progress.ts';
import { VideoChooser } from './VideoChooser.tsx';
import { firstChoice, type VideoChoice } from './videoChoice.ts';
import { VideoError, type VideoProblem } from './videoProblem.ts';
import './video.css';

interface VideoScreenProps {
  readonly api: Api;
  readonly settings: Settings;
  onHistory(): void;
}

type Stage =
  | { readonly name: 'choose'; readonly problem: Problem | null }
  | { readonly name: 'analysing'; readonly file: File; readonly progress: Progress | null }
  | { readonly name: 'done'; readonly analysis: VideoAnalysis; readonly session: ImportedSession };

export function VideoScreen({ api, settings, onHistory }: VideoScreenProps) {
  const [choice, setChoice] = useState<VideoChoice>(firstChoice);
  const [stage, setStage] = useState<Stage>({ name: 'choose', problem: null });
  const [news, setNews] = useState('');
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useNoStrayDrops();

  const analyse = async (file: File): Promise<void> => {
    const abort = new AbortController();
    running.current = abort;
    setNews('');
    setStage({ name: 'analysing', file, progress: null });
    try {
      const analysis = await analyseVideo({
        file,
        exercise: choice.exercise,
        side: choice.side,
        personHeightCm: choice.usesHeight ? settings.personHeightCm : null,
        pose: unhurriedSetup(settings),
        signal: abort.signal,
        onProgress: (progress) => setStage({ name: 'analysing', file, progress }),
      });
      const session = importedSession(analysis, file.lastModified, Date.now(), uuidv7);
      setStage({ name: 'done', analysis, session });
      setNews(text.video.done(text.repCount(session.sets[0]?.reps.length ?? 0)));
    } catch (error) {
      if (abort.signal.aborted) return;
      setStage({ name: 'choose', problem: problemOf(error) });
    }
  };
  const cancel = (): void => {
    running.current?.abort();
    setStage({ name: 'choose', problem: null });
    setNews(text.video.cancelled);
  };
  return (
    <>
      <p className="visually-hidden" role="status">
        {news}
      </p>
      {stage.name === 'choose' && (
        <VideoChooser
          choice={choice}
          personHeightCm={settings.personHeightCm}
          problem={stage.problem}
          onChange={(change) => {
            setChoice({ ...choice, ...change });
            if (change.file) setStage({ name: 'choose', problem: null });
          }}
          onAnalyse={analyse}
        />
      )}
      {stage.name === 'analysing' && (
        <AnalysisProgress name={stage.file.name} progress={stage.progress} onCancel={cancel} />
      )}
      {stage.name === 'done' && (
        <AnalysisResult
          key={stage.session.id}
          api={api}
          analysis={stage.analysis}
          session={stage.session}
          onHistory={onHistory}
          onAnother={() => {
            setChoice({ ...choice, file: null });
            setStage({ name: 'choose', problem: null });
          }}
        />
      )}
    </>
  );
}

function problemOf(error: unknown): Problem {
  if (error instanceof VideoError) return text.videoProblem[error.problem satisfies VideoProblem];
  const problem: PoseProblem = error instanceof PoseError ? error.problem : 'pose-failed';
  return text.problem[problem];
}

/** A file that is dropped beside the zone would be opened by the browser in the place of Soleus. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent): void => event.preventDefault();
    addEventListener('dragover', refuse);
    addEventListener('drop', refuse);
    return () => {
      removeEventListener('dragover', refuse);
      removeEventListener('drop', refuse);
    };
  }, []);
}
