// The set-up that a fresh clone is missing, in plain JavaScript for whatever Node is on the machine.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMPS = join(ROOT, '.cache/setup');
/** For this bootstrap, and for everything after it: that is TypeScript, which Node runs directly. */
const LEAST_NODE = [20, 19];
const LEAST_FOR_TOOLS = [24, 2];

/** The Node that the project brings as a dev dependency: newer than most machines' own. */
const BROUGHT = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The Node that runs the tools: the project's, or where there is none for this machine its own, if that is as new. */
export function nodeProgram() {
  if (existsSync(BROUGHT)) return BROUGHT;
  return isAtLeast(LEAST_FOR_TOOLS) && existsSync(process.execPath) ? process.execPath : null;
}

/** Progress goes to stderr, so that a tool's own output stays clean. */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Ends the process with a sentence. */
export function fail(sentence) {
  say(sentence);
  process.exit(1);
}

function isAtLeast([leastMajor, leastMinor]) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

export function checkNode() {
  if (isAtLeast(LEAST_NODE)) return;
  fail(
    `Soleus needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org and start again.`,
  );
}

/**
 * Packages as the lock file has them. None runs a script of its own at install (`.npmrc`), whichever npm it is; only Node's does
 * afterwards, which fetches the binary for this machine and puts it in its place.
 */
export function ensurePackages() {
  once('packages', hashOf(['package-lock.json', 'package.json']), isInstalled(), () => {
    say('Installing packages from the lock file (about half a minute) …');
    if (!npm('ci')) fail('The packages could not be installed. Is the network there?');
    if (!npm('rebuild', 'node', '--ignore-scripts=false') && nodeProgram() === null) {
      fail(
        'Node 24 could not be fetched for this machine. If the network is there, npm has none for it: get it from https://nodejs.org and start again.',
      );
    }
  });
}

function isInstalled() {
  // npm writes it last.
  return existsSync(join(ROOT, 'node_modules/.package-lock.json')) && nodeProgram() !== null;
}

/** Whether it went well. */
function npm(...args) {
  const program = process.env.npm_execpath;
  // What runs this may be the project's own Node, which a new installation takes away first.
  const node = existsSync(process.execPath) ? process.execPath : 'node';
  const [command, first] = program?.endsWith('.js') ? [node, [program]] : ['npm', []];
  const shell = process.platform === 'win32' && command === 'npm';
  return ran(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], { shell });
}

/** The pose models, made out of an npm package; quick when they are there. */
export function ensureModels() {
  run(nodeProgram(), [join(ROOT, 'tools/models/buildPoseModels.ts')], 'The pose models could not be made.');
}

/** The built page, newer than its sources. */
export function ensureBuild() {
  const sources = ['renderer', 'shared', 'electron', 'resources', 'electron.vite.config.ts', 'package-lock.json'];
  once('build', hashOf(sources), existsSync(join(ROOT, 'out/renderer/index.html')), () => {
    say('Building Soleus …');
    // Whoever only starts it can do nothing about a warning.
    build('error');
  });
}

export function build(logLevel = 'warn') {
  run(
    nodeProgram(),
    [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', logLevel],
    'The build failed.',
  );
}

/** Runs a step when its inputs have changed since it last succeeded, or its result is missing. */
function once(step, hash, isThere, work) {
  const stamp = join(STAMPS, step);
  if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  work();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, hash);
}

function run(command, args, problem) {
  if (!ran(command, args)) fail(problem);
}

function ran(command, args, options = {}) {
  return spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options }).status === 0;
}

/** One hash over the contents of files and folders. */
function hashOf(paths) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  const entries = readdirSyncOrNull(full);
  if (!entries) {
    hash.update(`${path}\n`).update(readFileSync(full));
    return;
  }
  for (const entry of entries.sort()) addTo(hash, `${path}/${entry}`);
}

function readdirSyncOrNull(path) {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}
