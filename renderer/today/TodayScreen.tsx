import { useCallback, useState } from 'react';
import type { Api } from '../../shared/contract/contract.ts';
import { catalogueEntry, exercisesOf, FAMILIES } from '../../shared/exercises/catalogue.ts';
import type { ExerciseId, Side } from '../../shared/exercises/exerciseIds.ts';
import { countOf, type FrameSource, type SessionRecord } from '../../shared/history/records.ts';
import type { SetPlan } from '../../shared/session/setState.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { AthleteDemo } from '../athlete/AthleteDemo.tsx';
import { text } from '../messages/en.ts';
import { formatDateTime } from '../messages/format.ts';
import type { SessionRequest } from '../sessionRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { NumberStepper } from '../ui/NumberStepper.tsx';
import { useLoaded } from '../ui/useLoaded.ts';
import './today.css';

interface TodayScreenProps {
  readonly api: Api;
  readonly settings: Settings;
  onStart(request: SessionRequest): void;
  onSettings(): void;
}

type Leg = Exclude<Side, 'both'>;
const LEGS: readonly Leg[] = ['left', 'right'];

export function TodayScreen({ api, settings, onStart, onSettings }: TodayScreenProps) {
  const [exercise, setExercise] = useState<ExerciseId>('calf-raise-double');
  const [leg, setLeg] = useState<Leg>('right');
  const [reps, setReps] = useState(catalogueEntry(exercise).usualReps);
  const { family, isOneSided } = catalogueEntry(exercise);
  const side: Side = isOneSided ? leg : 'both';
  const choose = (next: ExerciseId): void => {
    setExercise(next);
    setReps(catalogueEntry(next).usualReps);
  };
  const plan: SetPlan = {
    exercise,
    side,
    targetReps: reps,
    personHeightCm: settings.personHeightCm,
    alreadyDone: 0,
    alreadyCorrected: 0,
  };
  const start = (source: FrameSource): void => onStart({ source, plan });
  return (
    <>
      <Unfinished api={api} onStart={onStart} />
      <div className="today">
        <section className="card today-plan" aria-labelledby="today-title">
          <div className="stack">
            <h1 id="today-title">{text.today.greeting}</h1>
            <p className="soft">{text.today.lead}</p>
          </div>
          <Choices
            label={text.today.family}
            inRow
            value={family}
            choices={FAMILIES.map((value) => ({ value, label: text.family(value) }))}
            onChange={(next) => choose(exercisesOf(next)[0] ?? exercise)}
          />
          <Choices
            label={text.today.exercise}
            value={exercise}
            choices={exercisesOf(family).map((id) => ({
              value: id,
              label: text.exercise(id).name,
              hint: text.exercise(id).purpose,
            }))}
            onChange={choose}
          />
          <div className="today-numbers">
            <NumberStepper label={text.today.reps} value={reps} least={1} most={60} onChange={setReps} />
            {isOneSided && (
              <Choices
                label={text.today.side}
                inRow
                value={leg}
                choices={LEGS.map((value) => ({ value, label: text.side(value) }))}
                onChange={(next) => setLeg(next)}
              />
            )}
          </div>
          <div className="row">
            <Button look="primary" large onPress={() => start('camera')}>
              {text.today.start}
            </Button>
            <Button look="quiet" onPress={() => start('athlete')}>
              {text.today.demo}
            </Button>
          </div>
          <p className="small soft">{text.today.privacy}</p>
        </section>
        <section className="today-demo" aria-label={text.exercise(exercise).name}>
          <div className="today-athlete">
            <AthleteDemo
              exercise={exercise}
              side={side}
              label={text.today.demonstration(text.exercise(exercise).name)}
            />
          </div>
          <ol className="today-steps">
            {text.exercise(exercise).steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {text.exercise(exercise).limit && <p className="small soft">{text.exercise(exercise).limit}</p>}
          {settings.personHeightCm === null && (
            <p className="small soft">
              {text.today.heightMissing}{' '}
              <Button look="quiet" onPress={onSettings}>
                {text.today.setHeight}
              </Button>
            </p>
          )}
        </section>
      </div>
    </>
  );
}

/** Offers to go on with a session that was cut off, or to close it. */
function Unfinished({ api, onStart }: Pick<TodayScreenProps, 'api' | 'onStart'>) {
  const read = useCallback(() => api['history.unfinished'](null), [api]);
  const [loaded, readAgain] = useLoaded(read);
  if (loaded.state !== 'ready' || !loaded.value) return null;
  const session = loaded.value;
  const open = session.sets.find((set) => set.end === null);
  const close = async (): Promise<void> => {
    const end = { endedAtMs: Date.now(), reason: 'closed-later' as const };
    if (open) await api['history.endSet']({ id: open.id, ...end });
    await api['history.endSession']({ id: session.id, ...end });
    readAgain();
  };
  const when = formatDateTime(session.startedAtMs);
  return (
    <section className="notice unfinished" aria-labelledby="unfinished-title">
      <div>
        <h2 id="unfinished-title">{text.today.unfinishedTitle}</h2>
        <p>
          {open
            ? text.today.unfinished(text.exercise(open.exercise).name, countOf(open), open.targetReps, when)
            : text.today.unfinishedEmpty(when)}
        </p>
      </div>
      <div className="row">
        {open && (
          <Button look="primary" onPress={() => onStart(resumption(session, open))}>
            {text.today.resume}
          </Button>
        )}
        <Button onPress={close}>{text.today.closeIt}</Button>
      </div>
    </section>
  );
}

function resumption(session: SessionRecord, open: SessionRecord['sets'][number]): SessionRequest {
  const { exercise, side, targetReps, personHeightCm } = open;
  return {
    source: session.source,
    resume: { sessionId: session.id, setId: open.id },
    plan: {
      exercise,
      side,
      targetReps,
      personHeightCm,
      alreadyDone: open.reps.length,
      alreadyCorrected: open.corrected,
    },
  };
}
