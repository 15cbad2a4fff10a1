import { useEffect, useState } from 'react';
import type { Api, Notice } from '../shared/contract/contract.ts';

/**
 * What the person should read once, in the order in which it came up. A history may also be found damaged while Soleus
 * runs, so it is asked for again at each new place.
 *
 * @param place where the person is; with another one it is asked for again
 */
export function useNotices(api: Api, atStart: readonly Notice[], place: string): readonly Notice[] {
  const [notices, setNotices] = useState(atStart);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is the wish to ask again
  useEffect(() => {
    let isCurrent = true;
    api['app.info'](null).then(
      (info) => isCurrent && setNotices((known) => noticesNow(known, info.notices)),
      // Whatever cannot be answered now is said where it is needed.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, place]);
  return notices;
}

/** What happened stays until the next start, so that a path in it can still be noted down; a folder that is back is no news. */
export function noticesNow(known: readonly Notice[], told: readonly Notice[]): readonly Notice[] {
  const isIn = (all: readonly Notice[], { code, path }: Notice): boolean =>
    all.some((one) => one.code === code && one.path === path);
  const kept = known.filter((one) => one.code !== 'backup-folder-away' || isIn(told, one));
  const added = told.filter((one) => !isIn(known, one));
  // The same ones are the same list, so that nothing is drawn anew.
  return kept.length === known.length && added.length === 0 ? known : [...kept, ...added];
}
