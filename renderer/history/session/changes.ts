import { uuidv7 } from 'uuidv7';
import type { Api } from '../../../shared/contract/contract.ts';
import type { Side } from '../../../shared/exercises/exerciseIds.ts';
import type { RepRecord, SessionRecord, SetRecord } from '../../../shared/history/records.ts';
import { amendmentOf } from '../amendments.ts';
import type { Change } from './useChanges.ts';

/** What can be corrected in the history: each is appended, and taken back by appending what was there before. */
export function correctCount(api: Api, set: Pick<SetRecord, 'id'>, change: 1 | -1): Change {
  // A record has its id before it is written: tried again it is still the same one.
  const add = (by: 1 | -1): (() => Promise<unknown>) => {
    const record = { id: uuidv7(), setId: set.id, atMs: Date.now(), change: by };
    return () => api['history.addCorrection'](record);
  };
  return { apply: add(change), revert: add(change === 1 ? -1 : 1), addsUp: true };
}

export function changeSide(api: Api, set: Pick<SetRecord, 'id' | 'side'>, side: Side): Change {
  const say = (value: Side) => () =>
    api['history.amend'](amendmentOf({ of: 'set', targetId: set.id, field: 'side', value }));
  return { apply: say(side), revert: say(set.side) };
}

export function changeRep(api: Api, rep: Pick<RepRecord, 'id'>, counts: boolean): Change {
  const say = (value: boolean) => () =>
    api['history.amend'](amendmentOf({ of: 'rep', targetId: rep.id, field: 'counts', value }));
  return { apply: say(counts), revert: say(!counts) };
}

export function changeNote(
  api: Api,
  of: 'session' | 'set',
  { id, note }: Pick<SessionRecord, 'id' | 'note'>,
  next: string,
): Change {
  const say = (value: string) => () => api['history.amend'](amendmentOf({ of, targetId: id, field: 'note', value }));
  return { apply: say(next), revert: say(note) };
}
