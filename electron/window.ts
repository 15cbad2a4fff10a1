import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { PAGE_ORIGIN } from '../shared/contract/bridge.ts';

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

/** A page that dies more often than this dies of something that loading it again does not mend. */
const MOST_DEATHS = 3;

/** Loads our page at one of its places. When the page dies, it is loaded again. */
export function loadPage(window: BrowserWindow, place = ''): void {
  let deaths = 0;
  const load = (): void => void window.loadURL(`${PAGE_ORIGIN}/${place}`);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    deaths += 1;
    // What was announced is saved, and the page offers to go on with it.
    if (deaths <= MOST_DEATHS) load();
    else window.close();
  });
  load();
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

export function createMainWindow(
  Window: typeof BrowserWindow,
  preload: string,
  onOpen: (window: BrowserWindow) => void,
): MainWindow {
  let window: BrowserWindow | null = null;

  function open(place = ''): void {
    const opened = new Window({
      ...windowOptions(preload),
      ...{ width: 1280, height: 800, minWidth: 1024, minHeight: 640 },
    });
    opened.once('ready-to-show', () => opened.show());
    opened.on('closed', () => {
      window = null;
    });
    loadPage(opened, place);
    onOpen(opened);
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
