import * as electron from 'electron';
import { startDesktop } from './desktop.ts';
import { createLinuxPresence, runHelper } from './services/breaks/linuxPresence.ts';

startDesktop(electron, {
  platform: process.platform,
  env: process.env,
  argv: process.argv,
  execPath: process.execPath,
  linuxPresence: createLinuxPresence({ now: () => Date.now() }),
  run: runHelper,
  complain: (sentence) => console.error(sentence),
  onUncaught: (hear) => process.on('uncaughtExceptionMonitor', hear),
});
