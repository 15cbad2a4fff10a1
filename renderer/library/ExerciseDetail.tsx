import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { catalogueEntry, type Equipment, missingEquipment } from '../../shared/exercises/catalogue.ts';
import { type CatalogueId, isSeen } from '../../shared/exercises/exerciseIds.ts';
import { framingOf } from '../../shared/exercises/framing.ts';
import { SOURCES } from '../../shared/exercises/sources.ts';
import type { SessionPlan } from '../../shared/session/sessionPlan.ts';
import { AthleteDemo } from '../athlete/AthleteDemo.tsx';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { DoItNow, type LegChoice } from './DoItNow.tsx';

interface ExerciseDetailProps {
  readonly exercise: CatalogueId;
  readonly equipment: readonly Equipment[];
  /** A rung of the ladder that is not open yet. */
  readonly isClosed: boolean;
  onBack(): void;
  onStart(plan: SessionPlan, source: 'camera' | 'athlete'): void;
  onLadder(): void;
}

/** One exercise, with all that is known of it, and the way to begin. */
export function ExerciseDetail({ exercise, equipment, isClosed, onBack, onStart, onLadder }: ExerciseDetailProps) {
  const { section, isOneSided } = catalogueEntry(exercise);
  const words = text.exercise(exercise);
  const [leg, setLeg] = useState<LegChoice>('each');
  const [isPlaying, setPlaying] = useState(true);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    headingRef.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className="exercise">
      <header className="exercise-head">
        <Button look="quiet" onPress={onBack}>
          <span aria-hidden="true">← </span>
          {text.library.back}
        </Button>
        <p className="soft">{text.section[section]}</p>
        <h1 ref={headingRef} tabIndex={-1}>
          {words.name}
        </h1>
        <p className="exercise-purpose">{words.purpose}</p>
      </header>
      <div className="exercise-demo">
        <AthleteDemo
          exercise={exercise}
          side={!isOneSided ? 'both' : leg === 'left' ? 'left' : 'right'}
          label={text.library.demonstration(words.name)}
          isPlaying={isPlaying}
        />
        <Button onPress={() => setPlaying(!isPlaying)}>{isPlaying ? text.library.pause : text.library.play}</Button>
      </div>
      <aside className="exercise-aside">
        <section className="card do-it-now" aria-label={text.library.doItNow}>
          <h2>{text.library.doItNow}</h2>
          {isClosed ? (
            <>
              <p>{text.library.closed}</p>
              <Button look="primary" onPress={onLadder}>
                {text.library.seeLadder}
              </Button>
            </>
          ) : (
            <DoItNow exercise={exercise} leg={leg} onLeg={setLeg} onStart={onStart} />
          )}
        </section>
        <Facts exercise={exercise} equipment={equipment} />
      </aside>
      <div className="exercise-words">
        <Part title={text.library.setUp}>
          <p>{words.setUp}</p>
        </Part>
        <Part title={text.library.steps}>
          <ol className="exercise-steps">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Part>
        <Part title={text.library.faults}>
          <ul className="exercise-faults">
            {words.faults.map(({ fault, fix }) => (
              <li key={fault}>
                <span className="soft">{fault}</span>
                <strong>{fix}</strong>
              </li>
            ))}
          </ul>
        </Part>
        <p className="notice">
          <strong>{text.library.safety}: </strong>
          {words.safety}
        </p>
      </div>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="exercise-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** How much and who says so, what is needed, and what the camera does. */
function Facts({ exercise, equipment }: Pick<ExerciseDetailProps, 'exercise' | 'equipment'>) {
  const entry = catalogueEntry(exercise);
  const { doseNote, limit } = text.exercise(exercise);
  const missing = missingEquipment(exercise, equipment);
  const seen = isSeen(exercise) ? exercise : null;
  return (
    <dl className="exercise-facts">
      <dt>{text.library.dose}</dt>
      <dd>
        {text.library.doseOf(entry).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {doseNote && <p>{doseNote}</p>}
      </dd>
      <dt>{text.library.doseSources}</dt>
      <dd>
        {entry.sources.map((source) => (
          <p key={source}>
            <strong>{SOURCES[source].name}</strong> <span className="soft">{SOURCES[source].work}</span>
          </p>
        ))}
      </dd>
      <dt>{text.library.needs}</dt>
      <dd>
        {entry.needs.length === 0 && <p>{text.library.nothingNeeded}</p>}
        {entry.needs.map((group) => (
          <p key={group.join()}>
            {text.library.equipment(group)}{' '}
            {missing.includes(group) ? (
              <span className="badge badge-missing">{text.library.notAtHand}</span>
            ) : (
              <span className="soft">✓ {text.library.atHand}</span>
            )}
          </p>
        ))}
      </dd>
      <dt>{text.library.followed}</dt>
      <dd>
        <p>{text.library.verificationMeans[entry.verification]}</p>
        <p>{seen ? text.setup.framing(framingOf(seen)) : text.library.noCamera}</p>
        {limit && <p>{limit}</p>}
      </dd>
      {entry.section === 'hops' && (
        <>
          <dt>{text.library.ladder}</dt>
          <dd>{text.library.gate}</dd>
        </>
      )}
    </dl>
  );
}
