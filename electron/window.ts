import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { PAGE_ORIGIN } from '../shared/contract/bridge.ts';

export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
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

/** Opens the main window; it shows itself when the page has drawn. It never leaves its own page. */
export function openWindow(Window: typeof BrowserWindow, preload: string): BrowserWindow {
  const window = new Window(windowOptions(preload));
  window.once('ready-to-show', () => window.show());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  void window.loadURL(`${PAGE_ORIGIN}/`);
  return window;
}
