import type { Programme } from '../../shared/settings/settings.ts';
import type { Standing } from '../blocks/blockWords.ts';

/** What can be done with a programme, in the list and while it is edited. */
export interface ProgrammeActions {
  readonly programme: Programme;
  readonly standing: Standing;
  /** There is no room for another one. */
  readonly isFull: boolean;
  onStart(source: 'camera' | 'athlete'): void;
  onDuplicate(): void;
  onDelete(): void;
}
