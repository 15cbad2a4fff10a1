import { join } from 'node:path';
import type { Menu, MenuItemConstructorOptions, Tray } from 'electron';
import type { BreaksView } from '../shared/breaks/breaksView.ts';
import { type TrayCommand, type TrayItem, trayMenu, trayTip, trayTitle } from './trayMenu.ts';

export interface DesktopTray {
  /** Null where the breaks cannot be read. */
  show(view: BreaksView | null): void;
}

interface TrayOptions {
  readonly platform: NodeJS.Platform;
  readonly iconFolder: string;
  readonly run: (command: TrayCommand) => void;
}

/** macOS colours what is named a template; in the tray of Windows it is 16 px. Beside each lies one for finer screens. */
const ICONS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'trayTemplate.png', win32: 'traySmall.png' };

/** The item in the tray or menu bar. */
export function openTray(
  { Tray: SystemTray, Menu: SystemMenu }: { Tray: typeof Tray; Menu: typeof Menu },
  { platform, iconFolder, run }: TrayOptions,
): DesktopTray {
  const isMac = platform === 'darwin';
  const tray = new SystemTray(join(iconFolder, ICONS[platform] ?? 'tray.png'));
  // A click in the menu bar opens the menu.
  if (!isMac) tray.on('click', () => run({ open: 'app' }));
  let shown = '';

  const toMenuItem = (item: TrayItem): MenuItemConstructorOptions => {
    if (item === 'line') return { type: 'separator' };
    const { label } = item;
    if ('items' in item) return { label, submenu: item.items.map(toMenuItem) };
    return 'command' in item ? { label, click: () => run(item.command) } : { label, enabled: false };
  };

  return {
    show: (view) => {
      const items = trayMenu(view);
      const title = trayTitle(view);
      const now = JSON.stringify([items, title]);
      // A menu that is set anew closes under the pointer.
      if (now === shown) return;
      shown = now;
      tray.setContextMenu(SystemMenu.buildFromTemplate(items.map(toMenuItem)));
      tray.setToolTip(trayTip(view));
      if (isMac) tray.setTitle(title);
    },
  };
}
