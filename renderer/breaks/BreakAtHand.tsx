import { type BreakWatch, useBreaksNow } from '../breakWatch.ts';
import { isAtHand } from './atHand.ts';
import { BreakCard } from './BreakCard.tsx';
import { BreakEndingCard } from './BreakEndingCard.tsx';
import type { BreakFlow } from './useBreakFlow.ts';
import './breakCard.css';

interface BreakAtHandProps {
  readonly watch: BreakWatch;
  readonly flow: BreakFlow;
  readonly titleId: string;
  /** What became of it was read. */
  onClose(): void;
}

/** The break that is announced, offered or under way, or what became of it; nothing where there is none. */
export function BreakAtHand({ watch, flow, titleId, onClose }: BreakAtHandProps) {
  const { view } = useBreaksNow(watch);
  const { ending } = flow;
  const isAgain = ending?.name === 'done' && view !== null && isAtHand(view);
  if (ending && !isAgain)
    return <BreakEndingCard ending={ending} flow={flow} view={view} titleId={titleId} onClose={onClose} />;
  return view && isAtHand(view) ? <BreakCard view={view} flow={flow} titleId={titleId} /> : null;
}
