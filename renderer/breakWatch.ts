import { useSyncExternalStore } from 'react';
import type { BreakAction } from '../shared/breaks/breakState.ts';
import type { BreaksView } from '../shared/breaks/breaksView.ts';
import type { Api, ErrorCode } from '../shared/contract/contract.ts';
import { errorCode } from './ui/useLoaded.ts';

/** How it stands with the breaks, asked again and again while someone wants to know. */
export interface BreakWatch {
  subscribe(listener: () => void): () => void;
  snapshot(): BreaksNow;
  /** @throws CallError; what is known stays as it was */
  act(action: BreakAction): Promise<BreaksView>;
  /** Asks at once, if anyone listens. */
  look(): void;
}

export interface BreaksNow {
  /** What was heard last; null before the first answer. */
  readonly view: BreaksView | null;
  /** Why there is nothing newer; it is tried again. */
  readonly failed: ErrorCode | null;
}

export interface BreakWatchOptions {
  readonly api: Pick<Api, 'breaks.state' | 'breaks.act'>;
  /** Nobody looks at the page. */
  readonly isHidden: () => boolean;
  /** Runs once after so many ms; gives back what calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
}

const VISIBLE_MS = 1_000;
/** Where nobody looks, or nobody answers. */
const RARELY_MS = 5_000;

export function createBreakWatch({ api, isHidden, after }: BreakWatchOptions): BreakWatch {
  const listeners = new Set<() => void>();
  let now: BreaksNow = { view: null, failed: null };
  let callOff = (): void => undefined;
  /** An answer to a question that was asked before something was done is old. */
  let round = 0;

  const become = (next: BreaksNow): void => {
    now = next;
    for (const listener of listeners) listener();
  };
  const settle = (asked: number, next: BreaksNow): void => {
    if (asked !== round || listeners.size === 0) return;
    become(next);
    callOff = after(isHidden() || next.failed ? RARELY_MS : VISIBLE_MS, look);
  };
  function look(): void {
    if (listeners.size === 0) return;
    callOff();
    round++;
    const asked = round;
    api['breaks.state'](null).then(
      (view) => settle(asked, { view, failed: null }),
      (error: unknown) => settle(asked, { ...now, failed: errorCode(error) }),
    );
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) look();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) callOff();
      };
    },
    snapshot: () => now,
    act: async (action) => {
      const view = await api['breaks.act'](action);
      become({ view, failed: null });
      look();
      return view;
    },
    look,
  };
}

/** The watch of a page, as long as the page lives: it looks at once when the page comes to the front. */
export function watchBreaks(api: Api): BreakWatch {
  const isHidden = (): boolean => document.visibilityState === 'hidden';
  const watch = createBreakWatch({
    api,
    isHidden,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  document.addEventListener('visibilitychange', () => {
    if (!isHidden()) watch.look();
  });
  return watch;
}

export function useBreaksNow(watch: BreakWatch): BreaksNow {
  return useSyncExternalStore(watch.subscribe, watch.snapshot);
}
