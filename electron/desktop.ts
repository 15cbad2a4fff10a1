import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { serveIpc } from './ipc.ts';
import { PAGE_SCHEMES, servePageProtocol } from './pageProtocol.ts';
import { lockDown } from './permissions.ts';
import { dataFolder } from './services/dataFolder.ts';
import { createServices } from './services/services.ts';
import { openWindow } from './window.ts';

/** As much of Electron as the desktop host uses. */
export type DesktopElectron = Pick<
  typeof import('electron'),
  'app' | 'BrowserWindow' | 'ipcMain' | 'protocol' | 'session'
>;

/** Built files lie in out/main, out/preload and out/renderer. */
const OUT = join(import.meta.dirname, '..');

/** The desktop host: one window on the page, the services behind it. A second launch brings the first to the front. */
export function startDesktop({ app, BrowserWindow: Window, ipcMain, protocol, session }: DesktopElectron): void {
  const folder = dataFolder(process.platform, process.env);
  app.setPath('userData', join(folder, 'desktop'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged(PAGE_SCHEMES);

  let window: BrowserWindow | null = null;
  const show = (): void => {
    if (!window || window.isDestroyed()) {
      window = openWindow(Window, join(OUT, 'preload/preload.cjs'));
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  const services = createServices({
    dataFolder: folder,
    host: 'desktop',
    version: app.getVersion(),
    now: () => Date.now(),
  });
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => services.close());
  void app.whenReady().then(() => {
    servePageProtocol(protocol, join(OUT, 'renderer'));
    lockDown(session.defaultSession);
    serveIpc(ipcMain, services.api);
    show();
  });
}
