import { uuidv7 } from 'uuidv7';
import type { Amendment } from '../../shared/history/amendments.ts';

/** What is to hold from now on. */
type Wish = {
  [Field in Amendment['field']]: Omit<Extract<Amendment, { field: Field }>, 'id' | 'atMs'>;
}[Amendment['field']];

/** The same as a record, made now. */
export function amendmentOf(wish: Wish): Amendment {
  return { ...wish, id: uuidv7(), atMs: Date.now() };
}
