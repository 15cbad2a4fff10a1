import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { type BreakWatch, useBreaksNow } from '../breakWatch.ts';
import { text } from '../messages/en.ts';
import { isAtHand } from './atHand.ts';
import { BreakAtHand } from './BreakAtHand.tsx';
import type { BreakFlow } from './useBreakFlow.ts';

interface BreakPromptProps {
  readonly watch: BreakWatch;
  readonly flow: BreakFlow;
  /** False where the host calls the person itself: then only what became of a break that was begun here is shown. */
  readonly calls: boolean;
  /** It has gone, and the focus with it. */
  onFocusLost(): void;
}

const TITLE = 'break-prompt-title';

/** A break over whatever is on the screen. It comes without taking the focus: someone may be typing. */
export function BreakPrompt({ watch, flow, calls, onFocusLost }: BreakPromptProps) {
  const { view } = useBreaksNow(watch);
  const isShown = flow.ending !== null || (calls && view !== null && isAtHand(view));
  return isShown ? (
    <Prompt onFocusLost={onFocusLost}>
      <BreakAtHand watch={watch} flow={flow} titleId={TITLE} onClose={flow.close} />
    </Prompt>
  ) : null;
}

function Prompt({ children, onFocusLost }: { readonly children: ReactNode; onFocusLost(): void }) {
  const ref = useRef<HTMLElement>(null);
  const lost = useRef(onFocusLost);
  lost.current = onFocusLost;
  useLayoutEffect(() => {
    const prompt = ref.current;
    return () => {
      if (prompt?.contains(document.activeElement)) lost.current();
    };
  }, []);
  return (
    <section ref={ref} className="card break-prompt" aria-labelledby={TITLE}>
      {children}
    </section>
  );
}

/** Says in passing that a break is there, for whoever does not see the screen. */
export function BreakAnnouncement({ watch }: Pick<BreakPromptProps, 'watch'>) {
  const { view } = useBreaksNow(watch);
  const { called } = text.breaks;
  const block = view?.dose.plan.blocks[0];
  const isCalled = view?.stage === 'warned' || view?.stage === 'offered';
  const title = view?.stage === 'warned' ? called.warnedSoon : called.offered;
  return (
    <p className="visually-hidden" aria-live="polite">
      {isCalled && block && `${title}: ${text.breaks.what(block)}.`}
    </p>
  );
}
