import type { App } from 'electron';
import type { DesktopSystem } from './desktopSystem.ts';
import { HIDDEN_ARGUMENT } from './launch.ts';
import { type Autostart, linuxAutostart } from './services/linuxAutostart.ts';

/** Starts the app at login, each system in its own way. macOS tells a started app itself that it was the login. */
export function loginStart(
  app: Pick<App, 'isPackaged' | 'getAppPath' | 'setLoginItemSettings'>,
  { platform, env, execPath }: Pick<DesktopSystem, 'platform' | 'env' | 'execPath'>,
): Autostart {
  const appPath = app.isPackaged ? [] : [app.getAppPath()];
  if (platform === 'linux') return linuxAutostart(env, [execPath, ...appPath, HIDDEN_ARGUMENT]);
  const args = [...appPath.map((path) => `"${path}"`), HIDDEN_ARGUMENT];
  return {
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, ...(platform === 'win32' && { args }) }),
    // Whoever switched it off in the system's own settings keeps it off.
    repair: () => undefined,
  };
}
