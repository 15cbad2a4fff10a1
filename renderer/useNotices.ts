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
      (info) => isCurrent && setNotices((known) => withNew(known, info.notices)),
      // Whatever cannot be answered now is said where it is needed.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, place]);
  return notices;
}

/** What was read stays until the next start, so that a path in it can still be noted down. */
function withNew(known: readonly Notice[], told: readonly Notice[]): readonly Notice[] {
  const added = told.filter(({ code, path }) => !known.some((one) => one.code === code && one.path === path));
  return added.length === 0 ? known : [...known, ...added];
}
