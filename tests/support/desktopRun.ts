import { onTestFinished, vi } from 'vitest';
import { startDesktop } from '../../electron/desktop.ts';
import type { DesktopSystem } from '../../electron/desktopSystem.ts';
import { UNKNOWN_PRESENCE } from '../../electron/services/breaks/presence.ts';
import { CALL_CHANNEL } from '../../shared/contract/bridge.ts';
import type { CallName, Outcome, Request } from '../../shared/contract/contract.ts';
import { type DoubleOptions, type ElectronDouble, electronDouble } from './electronDouble.ts';
import type { NotificationDouble, TrayDouble } from './electronSystemDouble.ts';
import { tempFolder } from './tempFolder.ts';
import type { WindowDouble } from './windowDouble.ts';

export interface DesktopRun extends ElectronDouble {
  readonly dataFolder: string;
  readonly complaints: string[];
  readonly tray: TrayDouble;
  /** The last notification, as long as it is shown. */
  notification(): NotificationDouble | null;
  /** The open windows, and of them the one with the break. */
  open(): WindowDouble[];
  breakWindow(): WindowDouble | null;
  /** As our own page calls. */
  call<Name extends CallName>(name: Name, request: Request<Name>): Promise<Outcome>;
}

export interface RunOptions extends DoubleOptions, Partial<Omit<DesktopSystem, 'complain'>> {
  readonly dataFolder?: string;
}

/** A Monday morning within the usual hours, on the clock of this machine. */
export const MONDAY_AT_NINE = new Date(2026, 10, 23, 9, 0).getTime();

/** Starts the real desktop host with the real services on the Electron double, on a Mac unless said otherwise. */
export async function startedDesktop(options: RunOptions = {}): Promise<DesktopRun> {
  const {
    dataFolder = tempFolder(),
    platform = 'darwin',
    argv = [],
    env = {},
    execPath = '/opt/Soleus/soleus',
  } = options;
  const double = electronDouble(options);
  const complaints: string[] = [];
  startDesktop(double.electron, {
    ...{ platform, argv, execPath },
    env: { SOLEUS_DATA: dataFolder, ...env },
    releases: options.releases ?? null,
    linuxPresence: options.linuxPresence ?? UNKNOWN_PRESENCE,
    run: options.run ?? (() => Promise.reject(new Error('There is no such helper here.'))),
    complain: (sentence) => complaints.push(sentence),
    onUncaught: () => undefined,
  });
  await double.becomeReady();
  onTestFinished(() => {
    double.app.emit('will-quit');
  });
  const open = (): WindowDouble[] => double.windows.filter((window) => !window.destroyed);
  return {
    ...double,
    ...{ dataFolder, complaints, open },
    tray: double.trays[0] as TrayDouble,
    notification: () => {
      const last = double.notifications.at(-1);
      return last?.isShown ? last : null;
    },
    breakWindow: () => open().find(({ url }) => url === 'app://soleus/#break') ?? null,
    call: async (name, request) => {
      const senderFrame = { parent: null, url: 'app://soleus/index.html' };
      return (await double.handlers.get(CALL_CHANNEL)?.({ senderFrame }, name, request)) as Outcome;
    },
  };
}

/** Lets wall-clock time pass, with all that the app does meanwhile. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
