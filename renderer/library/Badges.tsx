import { catalogueEntry, type Equipment, missingEquipment } from '../../shared/exercises/catalogue.ts';
import { type CatalogueId, isSeen } from '../../shared/exercises/exerciseIds.ts';
import { framingOf } from '../../shared/exercises/framing.ts';
import { text } from '../messages/en.ts';

interface BadgesProps {
  readonly exercise: CatalogueId;
  readonly equipment: readonly Equipment[];
}

/** At a glance: how it is followed, what it needs, and whether one has to turn. */
export function Badges({ exercise, equipment }: BadgesProps) {
  const { verification, needs } = catalogueEntry(exercise);
  const missing = missingEquipment(exercise, equipment);
  const view = isSeen(exercise) ? text.library.view[framingOf(exercise).view] : null;
  return (
    <ul className="badges">
      <li className={`badge badge-${verification}`}>{text.library.verification[verification]}</li>
      {needs.map((group) => (
        <li key={group.join()} className={missing.includes(group) ? 'badge badge-missing' : 'badge'}>
          {missing.includes(group) ? text.library.missing(group) : text.library.equipment(group)}
        </li>
      ))}
      {view && <li className="badge">{view}</li>}
    </ul>
  );
}
