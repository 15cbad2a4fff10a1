import { useEffect, useRef } from 'react';
import { catalogueEntry, type Equipment } from '../../shared/exercises/catalogue.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { AthleteDemo } from '../athlete/AthleteDemo.tsx';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Badges } from './Badges.tsx';
import { ExerciseFigure } from './ExerciseFigure.tsx';

interface ExerciseCardProps {
  readonly exercise: CatalogueId;
  readonly equipment: readonly Equipment[];
  readonly isMoving: boolean;
  /** The pointer rests on it or it has the focus; or no longer. */
  onPoint(isPointed: boolean): void;
  onOpen(): void;
}

/** A pointer that only passes wakes nobody up. */
const REST_MS = 180;

export function ExerciseCard({ exercise, equipment, isMoving, onPoint, onOpen }: ExerciseCardProps) {
  const { name, purpose } = text.exercise(exercise);
  const timer = useRef(0);
  const point = (isPointed: boolean): void => {
    clearTimeout(timer.current);
    if (isPointed) timer.current = window.setTimeout(() => onPoint(true), REST_MS);
    else onPoint(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <li
      className="library-card"
      data-exercise={exercise}
      onPointerEnter={() => point(true)}
      onPointerLeave={() => point(false)}
      onFocus={() => point(true)}
      onBlur={() => point(false)}
    >
      <div className="library-picture" aria-hidden="true">
        {isMoving ? (
          <AthleteDemo
            exercise={exercise}
            side={catalogueEntry(exercise).isOneSided ? 'right' : 'both'}
            label={text.library.demonstration(name)}
          />
        ) : (
          <ExerciseFigure exercise={exercise} />
        )}
      </div>
      <div className="library-card-words">
        <h3>
          <Button look="quiet" onPress={onOpen}>
            {name}
          </Button>
        </h3>
        <p>{purpose}</p>
        <Badges exercise={exercise} equipment={equipment} />
      </div>
    </li>
  );
}
