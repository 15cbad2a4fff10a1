import type { PowerMonitor } from 'electron';
import type { Presence } from '../shared/breaks/breakState.ts';
import type { DesktopSystem } from './desktopSystem.ts';
import { type PresenceSource, UNKNOWN_PRESENCE } from './services/breaks/presence.ts';

export interface DesktopPresence extends PresenceSource {
  /** Tells of every change of lock and power. Electron listens to the system from here on, so the app must be ready. */
  listen(look: () => void): void;
}

/** Nobody leaves a machine on for longer without touching it: such a number is a wrong one. */
const NONSENSE_S = 30 * 86_400;
/** Electron wants a threshold; only `locked` and `unknown` are of interest here. */
const ANY_THRESHOLD_S = 60;

/**
 * Whether someone is there, as Electron tells: idle time and lock. Electron knows nothing of full screen, calls and
 * do-not-disturb of other programs, so those stay unknown but for what a Linux desktop tells of calls.
 */
export function createPresence(
  powerMonitor: PowerMonitor,
  { platform, env, linuxPresence }: Pick<DesktopSystem, 'platform' | 'env' | 'linuxPresence'>,
): DesktopPresence {
  // Besides what Electron reads, and in its place where it cannot know.
  const around = platform === 'linux' ? linuxPresence : UNKNOWN_PRESENCE;
  /** What keeps the person from this screen. */
  const locks = new Set<string>();
  /** On Linux a reading of 0 may mean that nobody measures; one that was ever above shows that somebody does. */
  let isTrusted = platform !== 'linux';

  /** Null where Electron cannot know. */
  function ownPresence(): Presence | null {
    if (platform === 'linux' && isWayland(env)) return null;
    const state = powerMonitor.getSystemIdleState(ANY_THRESHOLD_S);
    if (locks.size > 0 || state === 'locked') return { kind: 'locked' };
    const seconds = powerMonitor.getSystemIdleTime();
    if (state === 'unknown' || !(seconds >= 0 && seconds < NONSENSE_S)) return null;
    isTrusted ||= seconds > 0;
    return isTrusted ? { kind: 'idle', ms: seconds * 1000 } : null;
  }

  return {
    read: async () => {
      const sense = await around.read();
      const own = ownPresence();
      return own === null || sense.presence.kind === 'locked' ? sense : { ...sense, presence: own };
    },
    listen: (look) => {
      const locked = (by: string) => (): void => {
        locks.add(by);
        look();
      };
      const unlocked = (by: string) => (): void => {
        locks.delete(by);
        look();
      };
      powerMonitor.on('lock-screen', locked('screen'));
      powerMonitor.on('unlock-screen', unlocked('screen'));
      // On macOS another user may be at the machine; Windows locks the screen for it.
      powerMonitor.on('user-did-resign-active', locked('session'));
      powerMonitor.on('user-did-become-active', unlocked('session'));
      powerMonitor.on('suspend', look);
      powerMonitor.on('resume', look);
    },
  };
}

/** Under Wayland a program is not told about hands on other windows. */
function isWayland(env: NodeJS.ProcessEnv): boolean {
  const type = env['XDG_SESSION_TYPE'];
  return type === 'wayland' || (type !== 'x11' && Boolean(env['WAYLAND_DISPLAY']));
}
