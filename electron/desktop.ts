import { join } from 'node:path';
import { appMenu } from './appMenu.ts';
import { createDesktopBreaks } from './desktopBreaks.ts';
import type { DesktopElectron, DesktopSystem } from './desktopSystem.ts';
import { serveIpc } from './ipc.ts';
import { readLaunch } from './launch.ts';
import { loginStart } from './loginStart.ts';
import { PAGE_SCHEMES, servePageProtocol } from './pageProtocol.ts';
import { guardContents, lockDown } from './permissions.ts';
import { createPresence } from './presence.ts';
import { dataFolder } from './services/dataFolder.ts';
import { isTrayShown } from './services/linuxTray.ts';
import { createServices } from './services/services.ts';
import { askToLoad, createMainWindow, type WindowCare, watchWindows } from './window.ts';

/** Built files lie in out/main, out/preload and out/renderer. */
const OUT = join(import.meta.dirname, '..');
/** Windows shows notifications only of apps that have a name of this kind; the installer uses the same. */
const APP_ID = 'app.soleus';
/** The time to the next break stands in the tray in minutes. */
const REFRESH_MS = 20_000;

/** The desktop host: the windows, the tray, and the services behind them. A second launch speaks to the first. */
export function startDesktop(electron: DesktopElectron, system: DesktopSystem): void {
  const { app, dialog, ipcMain, Menu, powerMonitor, protocol, session } = electron;
  const { platform, env } = system;
  const launch = readLaunch(system.argv);
  if (launch.problem) {
    system.complain(launch.problem);
    app.exit(2);
    return;
  }
  const folder = dataFolder(platform, env);
  app.setPath('userData', join(folder, 'desktop'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged(PAGE_SCHEMES);
  guardContents(app);
  if (platform === 'win32') app.setAppUserModelId(APP_ID);

  const atLogin = loginStart(app, system);
  const presence = createPresence(powerMonitor, system);
  const services = createServices({
    dataFolder: folder,
    host: 'desktop',
    version: app.getVersion(),
    now: () => Date.now(),
    presence,
    releases: system.releases,
    setStartAtLogin: atLogin.set,
  });
  const { breaks, backups, settings, log } = services;
  system.onUncaught((error) => log.error('process', error));

  const care: WindowCare = {
    preload: join(OUT, 'preload/preload.cjs'),
    onOpen: watchWindows(breaks.setVisible),
    onDeath: (reason) => log.note('page-gone', { reason }),
    asksToLoad: () => askToLoad(dialog),
    nowMs: () => performance.now(),
  };
  const main = createMainWindow(electron.BrowserWindow, care);

  /** Whether breaks go on without a window: where it shows in the tray, or where the person wants it from login on. */
  const staysWithoutWindow = async (): Promise<boolean> => {
    const { enabled, startAtLogin } = settings.read().breaks;
    return enabled && (startAtLogin || platform !== 'linux' || (await isTrayShown(system.run)));
  };

  app.on('will-quit', () => services.close());
  app.on('window-all-closed', async () => {
    const isStaying = await staysWithoutWindow();
    // Meanwhile another launch may have opened one.
    if (!isStaying && electron.BrowserWindow.getAllWindows().length === 0) app.quit();
  });
  void app.whenReady().then(() => {
    servePageProtocol(protocol, join(OUT, 'renderer'));
    lockDown(session.defaultSession);
    if (app.isPackaged) Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(platform)));
    serveIpc(ipcMain, services.api);
    const shown = createDesktopBreaks({
      electron,
      system,
      service: breaks,
      care,
      iconFolder: join(OUT, '../resources/icons'),
      openApp: main.show,
    });
    app.on('second-instance', (_event, argv) => {
      const { act } = readLaunch(argv);
      if (act) shown.act(act);
      else main.show();
    });
    app.on('activate', () => main.show());
    settings.subscribe(shown.refresh);
    const refreshing = setInterval(shown.refresh, REFRESH_MS);
    app.on('will-quit', () => clearInterval(refreshing));
    presence.listen(breaks.look);
    breaks.start();
    backups.start();
    const isFromLogin = launch.isHidden || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
    if (!isFromLogin) main.show();
    if (launch.act) shown.act(launch.act);
    atLogin.repair();
  });
}
