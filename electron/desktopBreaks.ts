import type { BreakAction, BreakEvent, Stage } from '../shared/breaks/breakState.ts';
import type { BreaksView } from '../shared/breaks/breaksView.ts';
import { createBreakNotification } from './breakNotification.ts';
import { createBreakWindow } from './breakWindow.ts';
import type { DesktopElectron, DesktopSystem } from './desktopSystem.ts';
import type { BreakService } from './services/breaks/breakService.ts';
import { openTray } from './tray.ts';
import type { TrayCommand } from './trayMenu.ts';
import type { WindowCare } from './window.ts';

interface DesktopBreaksOptions {
  readonly electron: DesktopElectron;
  readonly system: DesktopSystem;
  readonly service: BreakService;
  readonly care: WindowCare;
  readonly iconFolder: string;
  readonly openApp: (place?: '#breaks') => void;
}

export interface DesktopBreaks {
  /** Does what the person asks for from outside the page. */
  act(act: BreakAction): void;
  /** Shows how it stands. */
  refresh(): void;
}

/** While it is in these stages a break may be on the screen. */
const ON_SCREEN: readonly Stage['name'][] = ['warned', 'ready', 'offered', 'taking'];

/** The breaks as the desktop shows them: the tray always, a notification when one comes up, a small window when it is due. */
export function createDesktopBreaks(options: DesktopBreaksOptions): DesktopBreaks {
  const { electron, service, openApp } = options;
  const { platform } = options.system;
  let stage: Stage['name'] | null = null;

  const window = createBreakWindow(electron, options.care);
  const notification = createBreakNotification(electron.Notification, { platform, act, open: () => window.open(true) });
  const tray = openTray(electron, { platform, iconFolder: options.iconFolder, run });

  function act(wanted: BreakAction): void {
    try {
      service.act(wanted);
    } catch {
      // The history cannot be written: the page says why, and what to do.
      openApp();
      return;
    }
    if (wanted.action === 'start-now' || wanted.action === 'smaller-dose') window.open(true);
  }

  function run(command: TrayCommand): void {
    if ('act' in command) act(command.act);
    else if ('quit' in command) electron.app.quit();
    else if (command.open === 'break') window.open(true);
    else openApp(command.open === 'breaks' ? '#breaks' : undefined);
  }

  function read(): BreaksView | null {
    try {
      return service.view();
    } catch {
      return null;
    }
  }

  function show(events: readonly BreakEvent[]): void {
    const view = read();
    tray.show(view);
    if (!view || view.stage === stage) return;
    stage = view.stage;
    if (stage === 'warned' || stage === 'offered') notification.show(view);
    else notification.close();
    if (stage === 'offered') window.open(false);
    if (ON_SCREEN.includes(stage)) return;
    if (events.some(({ kind }) => kind === 'done')) window.closeSoon();
    else window.close();
  }

  service.subscribe(show);
  // What was saved last may be of yesterday: only the tray shows it before the service has looked at the clock.
  tray.show(read());
  return { act, refresh: () => show([]) };
}
