import { useMemo } from 'react';
import { pastOpenings } from '../coach/openings.ts';
import type { ProgressNow } from '../coach/useProgress.ts';
import { text } from '../messages/en.ts';
import { formatDate } from '../messages/format.ts';

/** All that has happened on the ladder, the latest first: also what a later step back has undone. */
export function Past({ now: { ladder, progress, clock } }: { readonly now: ProgressNow }) {
  const openings = useMemo(() => pastOpenings(progress, clock), [progress, clock]);
  const events = [
    ...openings.flatMap(({ rung, atMs, by }) => (by === 'earned' ? [{ atMs, words: text.ladder.opened(rung) }] : [])),
    ...progress.overrides.map(({ atMs, exercise, reason }) => ({
      atMs,
      words: text.ladder.override(exercise, reason),
    })),
    ...ladder.setbacks.map((setback) => ({ atMs: setback.atMs, words: text.ladder.setbackInShort(setback) })),
  ].sort((a, b) => b.atMs - a.atMs);
  return (
    <section className="card ladder-aside" aria-labelledby="past-title">
      <h2 id="past-title">{text.ladder.pastTitle}</h2>
      {events.length === 0 && <p className="soft">{text.ladder.pastEmpty}</p>}
      <ol className="past">
        {events.map(({ atMs, words }) => (
          <li key={`${atMs} ${words}`}>
            <span className="small soft">{formatDate(atMs)}</span>
            <p>{words}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
