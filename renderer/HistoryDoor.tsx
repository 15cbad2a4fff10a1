import { type ComponentProps, useEffect, useState } from 'react';
import type { HistoryScreen } from './history/HistoryScreen.tsx';
import { text } from './messages/en.ts';

type Screen = typeof HistoryScreen;

let fetched: Screen | null = null;

/** Fetches the screen of the history, which nobody needs before it is opened. */
export async function fetchHistory(): Promise<Screen> {
  const module = await import('./history/HistoryScreen.tsx');
  fetched = module.HistoryScreen;
  return fetched;
}

/**
 * The history, at once where it is fetched already. React's `lazy` would wait even then: `Suspense` shows what it shows in the
 * meantime for 300 ms at least.
 */
export function HistoryDoor(props: ComponentProps<Screen>) {
  const [Whole, setWhole] = useState<Screen | null>(() => fetched);
  useEffect(() => {
    if (!Whole) void fetchHistory().then((screen) => setWhole(() => screen));
  }, [Whole]);
  return Whole ? <Whole {...props} /> : <p className="soft">{text.app.loading}</p>;
}
