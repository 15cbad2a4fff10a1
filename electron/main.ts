import * as electron from 'electron';
import { startDesktop } from './desktop.ts';
import { releasesPage } from './releasesPage.ts';
import { createLinuxPresence, runHelper } from './services/breaks/linuxPresence.ts';

const RELEASES_PAGE = releasesPage(electron.app.getAppPath());

startDesktop(electron, {
  platform: process.platform,
  env: process.env,
  argv: process.argv,
  execPath: process.execPath,
  releases:
    RELEASES_PAGE === null ? null : { page: RELEASES_PAGE, open: () => electron.shell.openExternal(RELEASES_PAGE) },
  linuxPresence: createLinuxPresence({ now: () => Date.now() }),
  run: runHelper,
  complain: (sentence) => console.error(sentence),
  onUncaught: (hear) => process.on('uncaughtExceptionMonitor', hear),
});
