import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addedBytes, ensureBuilt, filesIn, fusesOf, type Packed, PROJECT, pack, textIn } from '../../support/packed.ts';
import type { PackedPlatform } from '../../support/standInElectron.ts';
import { tempFolder } from '../../support/tempFolder.ts';

/**
 * The real electron-builder packs the real build by electron-builder.yml, for all three systems, around a stand-in for
 * Electron's binaries. Signing, the makers of the packages and Electron itself are left to the release workflow.
 */
const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = mkdtempSync(join(tmpdir(), 'soleus-packed-'));
const isWindows = process.platform === 'win32';
/** Windows cannot make the folders of a Mac app. */
const PLATFORMS: readonly PackedPlatform[] = isWindows ? ['linux', 'win32'] : ['linux', 'darwin', 'win32'];
const ADDED_BYTES_BAR = 60e6;
const packed = {} as Record<PackedPlatform, Packed>;

beforeAll(async () => {
  ensureBuilt();
  for (const platform of PLATFORMS) packed[platform] = await pack(platform, join(FOLDER, platform));
}, 180_000);
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe.each(PLATFORMS)('the package for %s', (platform) => {
  test('holds the page, the hosts, the models and the sounds, and nothing else', () => {
    const files = filesIn(packed[platform]);
    const outside = files.filter((file) => !file.startsWith('out/renderer/assets/'));
    expect(outside.filter((file) => !file.startsWith('node_modules/better-sqlite3/lib/')).sort()).toEqual([
      'node_modules/better-sqlite3/package.json',
      `node_modules/better-sqlite3/prebuilds/${platform}-${platform === 'darwin' ? 'arm64' : 'x64'}.node`,
      expect.stringMatching(/^out\/main\/inspect-[\w-]+\.js$/),
      'out/main/inspectWorker.js',
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'package.json',
      ...readdirSync(join(ROOT, 'resources/icons'))
        .filter((name) => name.endsWith('.png'))
        .map((name) => `resources/icons/${name}`),
    ]);
    const assets = files.filter((file) => file.startsWith('out/renderer/assets/'));
    expect(assets).toHaveLength(readdirSync(join(ROOT, 'out/renderer/assets')).length);
    for (const asset of [
      /pose_landmarker_lite.*\.task$/,
      /pose_landmarker_full.*\.task$/,
      /vision_wasm.*\.wasm$/,
      /cues.*\.webm$/,
    ]) {
      expect(
        assets.filter((file) => asset.test(file)),
        String(asset),
      ).toHaveLength(1);
    }
    expect(files.filter((file) => /\.(map|ts|tsx|mjpeg|trace|md)$/.test(file))).toEqual([]);
  });

  test('lays the database’s binary beside the archive, where it can be loaded', () => {
    const { resources } = packed[platform];
    const arch = platform === 'darwin' ? 'arm64' : 'x64';
    expect(readdirSync(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds'))).toEqual([
      `${platform}-${arch}.node`,
    ]);
  });

  test('loads only itself, unchanged, and is no Node for anyone else', () => {
    // In Electron's order: run as Node, encrypted cookies, NODE_OPTIONS, --inspect, checked archive, only the archive,
    // a snapshot of its own, privileges of file://, and one that is left as it comes.
    expect(fusesOf(packed[platform])).toBe('000011001');
  });

  test('brings the licences along', () => {
    const { resources } = packed[platform];
    for (const name of ['LICENSE', 'NOTICE', 'licenses.md', 'LICENSE.better-sqlite3.txt', 'LICENSE.mediabunny.txt'])
      expect(readdirSync(resources)).toContain(name);
    const licences = readFileSync(join(resources, 'licenses.md'), 'utf8');
    for (const name of ['react', 'three', 'howler', 'zod']) expect(licences).toMatch(new RegExp(`^## ${name} `, 'm'));
  });

  test('adds at most 60 MB to Electron', () => {
    const bytes = addedBytes(packed[platform]);
    expect(bytes, `${(bytes / 1e6).toFixed(1)} MB`).toBeLessThan(ADDED_BYTES_BAR);
  });

  test('names its version and its page, and no scripts', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const meta = JSON.parse(textIn(packed[platform], 'package.json'));
    expect(meta).toMatchObject({
      name: 'soleus',
      version,
      main: 'out/main/main.js',
      homepage: PROJECT.SOLEUS_HOMEPAGE,
    });
    expect(meta).not.toHaveProperty('scripts');
    expect(meta).not.toHaveProperty('devDependencies');
  });
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')('the trimmed database opens', () => {
  const folder = tempFolder();
  extractAll(join(packed.linux.resources, 'app.asar'), folder);
  mkdirSync(join(folder, 'try'));
  const program = join(folder, 'try/open.mjs');
  writeFileSync(
    program,
    `import Database from 'better-sqlite3'; console.log(new Database(':memory:').prepare('select 6 * 7').pluck().get());`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['42\n', '']);
});

describe.skipIf(isWindows)('on macOS', () => {
  const info = (): string => readFileSync(join(packed.darwin.folder, 'Info.plist'), 'utf8');

  test('it says what the camera is for, and asks for nothing else', () => {
    expect(info()).toMatch(/<key>NSCameraUsageDescription<\/key>\s*<string>Soleus watches you exercise/);
    expect([...info().matchAll(/NS\w+UsageDescription/g)].map(String)).toEqual(['NSCameraUsageDescription']);
  });

  test('the archive’s hash is in the app, where the signature covers it', () => {
    expect(info()).toMatch(
      /<key>ElectronAsarIntegrity<\/key>[\s\S]*Resources\/app\.asar[\s\S]*<string>SHA256<\/string>/,
    );
  });

  test('only one language is left', () => {
    expect(readdirSync(packed.darwin.resources).filter((name) => name.endsWith('.lproj'))).toEqual(['en.lproj']);
  });
});

test('on Windows the archive’s hash is in the program', () => {
  const program = readFileSync(packed.win32.program);
  expect(program.includes(Buffer.from('ELECTRONASAR', 'utf16le'))).toBe(true);
  expect(program.toString('latin1')).toMatch(
    /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"[0-9a-f]{64}"\}\]/,
  );
});

test.each(['linux', 'win32'] as const)('on %s only one language is left', (platform) => {
  expect(readdirSync(join(packed[platform].folder, 'locales'))).toEqual(['en-US.pak']);
});

describe('on Linux', () => {
  test.each(['appImage', 'deb'] as const)('the %s shows itself among the programs, with its windows', (maker) => {
    expect(packed.linux[maker].desktop.split('\n')).toEqual(
      expect.arrayContaining(['Name=Soleus', 'Categories=Sports;Utility;', 'StartupWMClass=soleus', 'Icon=soleus']),
    );
    expect(packed.linux.appImage.desktopFileName).toBe('soleus.desktop');
  });

  test('the deb can start a break, names its page and its maintainer and speaks when it is removed', () => {
    const { args, desktop } = packed.linux.deb;
    expect(desktop).toContain('\nActions=BreakNow;\n');
    expect(desktop).toContain('\nExec=/opt/Soleus/soleus --break-now\n');
    expect(args).toEqual(
      expect.arrayContaining([
        '--before-remove=resources/package/beforeRemove.sh',
        PROJECT.SOLEUS_HOMEPAGE,
        PROJECT.SOLEUS_MAINTAINER,
        expect.stringMatching(/512x512\.png=\/usr\/share\/icons\/hicolor\/512x512\/apps\/soleus\.png$/),
        expect.stringMatching(/=\/usr\/share\/applications\/soleus\.desktop$/),
      ]),
    );
  });

  test.skipIf(isWindows)('removing the deb leaves the data and says so; an upgrade says nothing', () => {
    const run = (reason: string): string =>
      spawnSync('sh', [join(ROOT, 'resources/package/beforeRemove.sh'), reason], { encoding: 'utf8' }).stdout;
    expect(run('remove')).toContain('.config/Soleus ');
    expect(run('remove')).toContain('.config/autostart/soleus.desktop ');
    expect(run('upgrade')).toBe('');
  });
});
