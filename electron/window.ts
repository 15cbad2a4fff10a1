import type { BrowserWindow, BrowserWindowConstructorOptions, Dialog } from 'electron';
import { PAGE_ORIGIN } from '../shared/contract/bridge.ts';
import { PAGE_LOST } from '../shared/window/windowWords.ts';

/** What every window has: it is shown when its page has drawn. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    show: false,
    title: 'Soleus',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // The spell checker would download dictionaries.
      spellcheck: false,
      // A set goes on while another window is in front.
      backgroundThrottling: false,
    },
  };
}

/** What every window is opened with. */
export interface WindowCare {
  readonly preload: string;
  readonly onOpen: (window: BrowserWindow) => void;
  /** Its page has died of this, in a word of Electron's. */
  readonly onDeath: (reason: string) => void;
  /** It dies again and again: whether the person wants it to be loaded once more. */
  readonly asksToLoad: () => Promise<boolean>;
  /** Ever rising time in ms. */
  readonly nowMs: () => number;
}

/** A page that dies more often than this within this time dies of something that loading it again does not mend. */
const MOST_DEATHS = { count: 3, withinMs: 600_000 } as const;

/** Loads our page at one of its places. When the page dies, it is loaded again. */
export function loadPage(window: BrowserWindow, care: WindowCare, place = ''): void {
  let deaths: number[] = [];
  const load = (): void => void window.loadURL(`${PAGE_ORIGIN}/${place}`);
  const revive = async (): Promise<void> => {
    const nowMs = care.nowMs();
    deaths = [...deaths.filter((atMs) => nowMs - atMs < MOST_DEATHS.withinMs), nowMs];
    // What was announced is saved, and the page offers to go on with it.
    if (deaths.length <= MOST_DEATHS.count) return load();
    deaths = [];
    const isWanted = await care.asksToLoad();
    if (window.isDestroyed()) return;
    if (isWanted) load();
    else window.close();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    care.onDeath(reason);
    void revive();
  });
  load();
}

/** Asks in a window of the system's own: of ours nothing is left that could say it. */
export async function askToLoad(dialog: Pick<Dialog, 'showMessageBox'>): Promise<boolean> {
  const { title, advice, again, close } = PAGE_LOST;
  const buttons = { buttons: [again, close], defaultId: 0, cancelId: 1, noLink: true };
  const { response } = await dialog.showMessageBox({ type: 'error', message: title, detail: advice, ...buttons });
  return response === 0;
}

/** Brings a window to the front, with the keyboard. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Tells whether any of the windows is on the screen, as often as that may have changed. */
export function watchWindows(tell: (isAnyOnScreen: boolean) => void): (window: BrowserWindow) => void {
  const onScreen = new Set<BrowserWindow>();
  return (window) => {
    const look = (): void => {
      if (!window.isDestroyed() && window.isVisible() && !window.isMinimized()) onScreen.add(window);
      else onScreen.delete(window);
      tell(onScreen.size > 0);
    };
    window.on('show', look);
    window.on('hide', look);
    window.on('minimize', look);
    window.on('restore', look);
    window.on('closed', look);
  };
}

export interface MainWindow {
  /** Opens it or brings it to the front; at the place of the breaks if asked. */
  show(place?: '#breaks'): void;
}

export function createMainWindow(Window: typeof BrowserWindow, care: WindowCare): MainWindow {
  let window: BrowserWindow | null = null;

  function open(place = ''): void {
    const opened = new Window({
      ...windowOptions(care.preload),
      ...{ width: 1280, height: 800, minWidth: 1024, minHeight: 640 },
    });
    opened.once('ready-to-show', () => opened.show());
    opened.on('closed', () => {
      window = null;
    });
    loadPage(opened, care, place);
    care.onOpen(opened);
    window = opened;
  }

  return {
    show: (place) => {
      if (!window) {
        open(place);
        return;
      }
      bringToFront(window);
      // Loading the address anew could end a session that is on; the page decides for itself what it makes of this.
      if (place) void window.webContents.executeJavaScript(`location.hash = '${place}'`);
    },
  };
}
