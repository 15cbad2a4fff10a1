import type { MenuItemConstructorOptions } from 'electron';

/**
 * The menu of the packed app. Electron's own would reload the page in the middle of a set, and open the tools of developers to
 * whoever sits there. The keys of an item work also where no menu is shown: to make everything larger, for one.
 */
export function appMenu(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
  };
  if (platform !== 'darwin') return [view];
  // On a Mac nothing can be copied, closed or quit by keys without these.
  return [{ role: 'appMenu' }, { role: 'fileMenu' }, { role: 'editMenu' }, view, { role: 'windowMenu' }];
}
