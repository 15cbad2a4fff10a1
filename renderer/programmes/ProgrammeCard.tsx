import { estimatedMs } from '../../shared/session/sessionPlan.ts';
import { StartOrWhyNot } from '../blocks/StartOrWhyNot.tsx';
import { text } from '../messages/en.ts';
import { formatAboutDuration } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import type { ProgrammeActions } from './programmeActions.ts';

/** So many exercises are named; of the others only the number. */
const NAMED = 4;

export function ProgrammeCard({ onEdit, ...actions }: ProgrammeActions & { onEdit(): void }) {
  const { programme, standing, isFull, onStart, onDuplicate, onDelete } = actions;
  const { name, blocks } = programme;
  const named = blocks.length > NAMED + 1 ? blocks.slice(0, NAMED) : blocks;
  return (
    <li className="card programme">
      <div>
        <h2>{name}</h2>
        <p className="soft">
          {text.programmes.exercises(blocks.length)} · {formatAboutDuration(estimatedMs({ kind: 'own', blocks }))}
        </p>
      </div>
      <ol className="programme-exercises">
        {named.map(({ exercise }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same exercise may stand there twice
          <li key={place}>{text.exercise(exercise).name}</li>
        ))}
        {named.length < blocks.length && (
          <li className="soft programme-others">{text.programmes.others(blocks.length - named.length)}</li>
        )}
      </ol>
      <StartOrWhyNot name={name} blocks={blocks} closedHops={standing.closedHops} onStart={onStart} />
      <div className="row programme-actions">
        <Button aria-label={text.programmes.editOf(name)} onPress={onEdit}>
          {text.programmes.edit}
        </Button>
        {!isFull && (
          <Button look="quiet" aria-label={text.programmes.duplicateOf(name)} onPress={onDuplicate}>
            {text.programmes.duplicate}
          </Button>
        )}
        <Button look="quiet" aria-label={text.programmes.deleteOf(name)} onPress={onDelete}>
          {text.programmes.delete}
        </Button>
      </div>
    </li>
  );
}
