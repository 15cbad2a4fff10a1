import { useState } from 'react';
import type { BreakAction, DONE_HOW } from '../../shared/breaks/breakState.ts';
import { doseOutcome } from '../../shared/breaks/doseOutcome.ts';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import type { Block, SessionPlan } from '../../shared/session/sessionPlan.ts';
import type { BreakWatch } from '../breakWatch.ts';
import { errorCode } from '../ui/useLoaded.ts';
import { blockOf } from './atHand.ts';

/** What became of a break that was begun on this page. */
export type BreakEnding =
  | { readonly name: 'settling' }
  /** It could not be read, or kept, what the session came to. */
  | { readonly name: 'failed'; readonly code: ErrorCode; readonly again: () => void }
  | { readonly name: 'unfinished'; readonly rest: SessionPlan }
  | { readonly name: 'done'; readonly how: (typeof DONE_HOW)[number]; readonly block: Block | undefined };

export interface BreakFlow {
  /** Null while there is nothing to be said of it. */
  readonly ending: BreakEnding | null;
  /** Why the last press had no effect. */
  readonly problem: ErrorCode | null;
  /** What was pressed is being done: what is heard of the break meanwhile is not yet what came of it. */
  readonly isBusy: boolean;
  act(action: BreakAction): void;
  /** Begins the break with a session: before the camera, or by the clock. */
  begin(): void;
  goOn(rest: SessionPlan): void;
  /** It was done, on the person's word. */
  report(): void;
  /** The person comes out of a session of a break; null when nothing of it was done. */
  leave(sessionId: string | null): void;
  /** The ending was read. */
  close(): void;
}

interface FlowOptions {
  readonly api: Api;
  readonly watch: BreakWatch;
  onSession(plan: SessionPlan): void;
}

/** A break from the first press to the thanks. */
export function useBreakFlow({ api, watch, onSession }: FlowOptions): BreakFlow {
  const [ending, setEnding] = useState<BreakEnding | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** What it was about, also when only the rest of it is done. */
  const [begun, setBegun] = useState<Block | undefined>();

  const attempt = (work: Promise<unknown>): void => {
    setProblem(null);
    setBusy(true);
    work.catch((error: unknown) => setProblem(errorCode(error))).finally(() => setBusy(false));
  };
  const act = async (action: BreakAction): Promise<void> => {
    await watch.act(action);
    setEnding(null);
  };
  const begin = async (): Promise<void> => {
    const view = await watch.act({ action: 'start-now' });
    // A call has begun meanwhile: the card says how it goes without.
    if (view.dose.isSilent) return;
    setBegun(blockOf(view));
    onSession(view.dose.plan);
  };
  const report = async (): Promise<void> => {
    const { view } = watch.snapshot();
    const block = ending?.name === 'unfinished' ? begun : view ? blockOf(view) : undefined;
    await watch.act({ action: 'done', how: 'reported' });
    setEnding({ name: 'done', how: 'reported', block });
  };
  const settle = async (sessionId: string): Promise<void> => {
    setEnding({ name: 'settling' });
    const session = await api['history.session']({ id: sessionId });
    if (!session) return setEnding(null);
    const { rest, how } = doseOutcome(session);
    if (rest) return setEnding({ name: 'unfinished', rest });
    await watch.act({ action: 'done', how, sessionId });
    setEnding({ name: 'done', how, block: begun ?? session.plan?.plan.blocks[0] });
  };
  const leave = (sessionId: string | null): void => {
    if (sessionId === null) return;
    settle(sessionId).catch((error: unknown) =>
      setEnding({ name: 'failed', code: errorCode(error), again: () => leave(sessionId) }),
    );
  };
  return {
    ending,
    problem,
    isBusy,
    act: (action) => attempt(act(action)),
    begin: () => attempt(begin()),
    goOn: (rest) => {
      setEnding(null);
      onSession(rest);
    },
    report: () => attempt(report()),
    leave,
    close: () => setEnding(null),
  };
}
