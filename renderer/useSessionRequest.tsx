import { type ReactNode, useState } from 'react';
import type { Api } from '../shared/contract/contract.ts';
import type { Settings, SettingsChange } from '../shared/settings/settings.ts';
import { RedFlagsDialog } from './redFlags/RedFlags.tsx';
import type { SessionRequest } from './sessionRequest.ts';

interface SessionWish {
  /** What is to be done now, if anything. */
  readonly session: SessionRequest | null;
  /** Before the first session before the camera it is read when to stop: to be shown with everything else. */
  readonly question: ReactNode;
  request(wish: SessionRequest): void;
  /** Null where nothing of it was done. */
  leave(sessionId: string | null): void;
}

/** Breaks hear of a session as soon as it is on the screen: its first set may be a minute away. */
export function useSessionRequest(
  api: Pick<Api, 'breaks.session'>,
  settings: Settings,
  changeSettings: (change: SettingsChange) => Promise<void>,
): SessionWish {
  const [session, setSession] = useState<SessionRequest | null>(null);
  /** What waits until it was read when to stop. */
  const [waiting, setWaiting] = useState<SessionRequest | null>(null);
  const tellBreaks = (isShown: boolean): void => {
    api['breaks.session']({ isShown }).catch(() => undefined);
  };
  const begin = (wish: SessionRequest): void => {
    tellBreaks(true);
    setSession(wish);
  };
  const startWaiting = (): void => {
    // If it cannot be kept that they were read, they are shown once more next time.
    changeSettings({ redFlagsRead: true }).catch(() => undefined);
    if (waiting) begin(waiting);
    setWaiting(null);
  };
  return {
    session,
    question: <RedFlagsDialog isOpen={waiting !== null} onRead={startWaiting} onClose={() => setWaiting(null)} />,
    request: (wish) => {
      if (wish.source === 'camera' && !settings.redFlagsRead) setWaiting(wish);
      else begin(wish);
    },
    leave: (sessionId) => {
      if (sessionId === null) tellBreaks(false);
      setSession(null);
    },
  };
}
