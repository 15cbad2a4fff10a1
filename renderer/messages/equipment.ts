import type { Equipment } from '../../shared/exercises/catalogue.ts';
import { formatList } from './format.ts';

/** In the middle of a sentence. */
const PIECE: Record<Equipment, string> = {
  wall: 'a wall',
  step: 'a step',
  'decline-board': 'a decline board',
  band: 'a band',
  roller: 'a foam roller',
};

/** Pieces of which one will do: `a step or a decline board`. */
export function eitherOf(group: readonly Equipment[]): string {
  return group.map((piece) => PIECE[piece]).join(' or ');
}

/** Of each group one piece will do: `a wall and a step or a decline board`. */
export function piecesOf(groups: readonly (readonly Equipment[])[]): string {
  return formatList(groups.map(eitherOf));
}
