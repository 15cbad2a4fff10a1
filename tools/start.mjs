// `npm start`: sets up what is missing and opens Soleus, in a desktop window where Electron can be had, else in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, ensureBuild, ensureModels, ensurePackages, nodeProgram, ROOT } from './setup.mjs';

const args = process.argv.slice(2);
/** A window that closes by itself within this time never really opened. */
const STILLBORN_MS = 4000;
/** The exit code of an app that was given an argument it does not know what to do with. */
const BAD_ARGUMENT = 2;

checkNode();
ensurePackages();
ensureModels();
ensureBuild();

const reason = args.includes('--browser') ? null : reasonForBrowser();
if (reason === null && !args.includes('--browser')) startDesktop();
else startBrowserHost(reason);

/** Why the desktop window cannot be opened, in one line; null when it can. */
function reasonForBrowser() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display here';
  console.log('Looking for Electron …');
  const { status } = spawnSync(nodeProgram(), [join(ROOT, 'node_modules/electron/install.js')], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  if (status === 0 && electronBinary()) return null;
  return 'Electron could not be fetched (no network, or it is blocked)';
}

function electronBinary() {
  const named = process.env.ELECTRON_EXEC_PATH;
  if (named) return named;
  const folder = join(ROOT, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

function startDesktop() {
  const startedMs = Date.now();
  const child = spawn(electronBinary(), [ROOT, ...args], { stdio: 'inherit' });
  forwardSignals(child);
  child.on('exit', (code) => {
    if (code !== 0 && code !== BAD_ARGUMENT && Date.now() - startedMs < STILLBORN_MS)
      startBrowserHost('the desktop window could not open');
    else process.exit(code ?? 0);
  });
}

function startBrowserHost(because) {
  if (because) console.log(`No desktop window, because ${because}. Soleus opens in your browser instead.`);
  const rest = args.filter((arg) => arg !== '--browser');
  const child = spawn(nodeProgram(), [join(ROOT, 'electron/browserHost.ts'), ...rest], { stdio: 'inherit' });
  forwardSignals(child);
  child.on('exit', (code) => process.exit(code ?? 0));
}

/** Ctrl-C reaches the child by itself; other ways of ending it are handed on. The child ends first. */
function forwardSignals(child) {
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
}
