import { type ReactNode, useState } from 'react';
import type { Settings, SettingsChange } from '../shared/settings/settings.ts';
import { RedFlagsDialog } from './redFlags/RedFlags.tsx';
import type { SessionRequest } from './sessionRequest.ts';

interface SessionWish {
  /** What is to be done now, if anything. */
  readonly session: SessionRequest | null;
  /** Before the first session before the camera it is read when to stop: to be shown with everything else. */
  readonly question: ReactNode;
  request(wish: SessionRequest): void;
  leave(): void;
}

export function useSessionRequest(
  settings: Settings,
  changeSettings: (change: SettingsChange) => Promise<void>,
): SessionWish {
  const [session, setSession] = useState<SessionRequest | null>(null);
  /** What waits until it was read when to stop. */
  const [waiting, setWaiting] = useState<SessionRequest | null>(null);
  const startWaiting = (): void => {
    // If it cannot be kept that they were read, they are shown once more next time.
    changeSettings({ redFlagsRead: true }).catch(() => undefined);
    setSession(waiting);
    setWaiting(null);
  };
  return {
    session,
    question: <RedFlagsDialog isOpen={waiting !== null} onRead={startWaiting} onClose={() => setWaiting(null)} />,
    request: (wish) => {
      if (wish.source === 'camera' && !settings.redFlagsRead) setWaiting(wish);
      else setSession(wish);
    },
    leave: () => setSession(null),
  };
}
