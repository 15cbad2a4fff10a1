import type { PresenceSource } from './services/breaks/presence.ts';
import type { Releases } from './services/services.ts';

/** As much of Electron as the desktop host uses. */
export type DesktopElectron = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'Tray'
>;

/** The machine that the app runs on. */
export interface DesktopSystem {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly argv: readonly string[];
  readonly execPath: string;
  /** Where newer versions can be had; null in the sources. */
  readonly releases: Releases | null;
  /** What a Linux desktop tells of the person. */
  readonly linuxPresence: PresenceSource;
  /** Runs a helper program and gives back what it prints; rejects where it is missing or fails. */
  readonly run: (command: string, args: readonly string[]) => Promise<string>;
  /** Tells whoever launched it from a terminal. */
  readonly complain: (sentence: string) => void;
  /** Hears of what nobody caught, and stops nothing. */
  readonly onUncaught: (hear: (error: unknown) => void) => void;
}
