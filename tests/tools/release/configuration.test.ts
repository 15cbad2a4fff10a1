import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBuildRequestOptions } from 'app-builder-lib';
import { Arch, Platform } from 'electron-builder';
import { normalizeOptions } from 'electron-builder/out/builder.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildOptions, homepageOf, projectNames, signing } from '../../../tools/release/packages.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CONFIGURATION = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
const INSTALLER = readFileSync(join(ROOT, 'resources/package/installer.nsh'), 'utf8');
/** Stands for `appId` in the scripts of the installer. */
const APP_ID_OF_INSTALLER = `$\{APP_ID}`;

test('every file that the packer is told of exists', () => {
  const named = CONFIGURATION.match(/(?:\.\/tools|resources)\/[\w./-]+(?![\w./*-])/g) ?? [];
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test.each(['linux-x64', 'darwin-arm64', 'darwin-x64', 'win32-x64'])(
  'the database comes with a binary for %s',
  (machine) => {
    // The packages are packed on each of them; the tests of the packer have no time for both kinds of Mac.
    expect(existsSync(join(ROOT, `node_modules/better-sqlite3/prebuilds/${machine}.node`))).toBe(true);
  },
);

test('the installer for Windows keeps the data and says where it is', () => {
  expect(CONFIGURATION).toContain('deleteAppDataOnUninstall: false');
  expect(INSTALLER).toContain('$APPDATA\\Soleus');
});

test('whoever uninstalls it on Windows finds no start at login any more, and whoever updates it still does', () => {
  const [, uninstalling = ''] = /^ {2}\$\{ifNot\} \$\{isUpdated\}\n([\s\S]*)^ {2}\$\{endIf\}/m.exec(INSTALLER) ?? [];
  const deleted = [
    ...uninstalling.matchAll(/DeleteRegValue HKCU "Software\\Microsoft\\Windows\\CurrentVersion\\(.*)" "(.*)"/g),
  ];
  expect(deleted.map(([, key, name]) => [key, name])).toEqual([
    ['Run', APP_ID_OF_INSTALLER],
    ['Explorer\\StartupApproved\\Run', APP_ID_OF_INSTALLER],
  ]);
  // The app gives itself this name on Windows, and Electron calls the value so.
  expect(CONFIGURATION).toMatch(/^appId: app\.soleus$/m);
});

test('a Mac can pack for both processors, and for its own alone', () => {
  const target = ['dmg', 'zip'].map((name) => ({ target: name, arch: ['x64', 'arm64'] }));
  expect(parse(CONFIGURATION)).toMatchObject({ mac: { target } });
  const names = target.map((each) => each.target);
  const own = buildOptions({ dir: false, ownArch: true }, 'darwin', 'x64');
  expect(own).toEqual({ targets: new Map([[Platform.MAC, new Map([[Arch.x64, names]])]]) });
});

test.each<NodeJS.Platform>(['linux', 'darwin', 'win32'])('the packer takes what it is asked for on %s', (platform) => {
  for (const dir of [false, true]) {
    for (const ownArch of [false, true]) {
      const asked = normalizeOptions(buildOptions({ dir, ownArch }, platform, 'arm64'));
      expect(() => checkBuildRequestOptions(asked)).not.toThrow();
    }
  }
});

test('the deb asks for ALSA itself, by its new name and its old one', () => {
  const { deb } = z.object({ deb: z.object({ depends: z.array(z.string()) }) }).parse(parse(CONFIGURATION));
  expect(deb.depends.filter((name) => name.includes('asound'))).toEqual(['libasound2t64 | libasound2']);
});

test('an app on macOS may compile while it runs and use the camera, and nothing else', () => {
  const entitlements = readFileSync(join(ROOT, 'resources/package/entitlements.mac.plist'), 'utf8');
  expect([...entitlements.matchAll(/<key>(.*)<\/key>\s*<true\/>/g)].map(([, key]) => key)).toEqual([
    'com.apple.security.cs.allow-jit',
    'com.apple.security.device.camera',
  ]);
});

test.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, object]>([
  ['with a certificate, and nothing else will do', 'darwin', { CSC_LINK: 'x' }, { forceCodeSigning: true }],
  ['with Windows’ own certificate', 'win32', { WIN_CSC_LINK: 'x' }, { forceCodeSigning: true }],
  [
    'in nobody’s name on a Mac without one',
    'darwin',
    {},
    { mac: { identity: '-', hardenedRuntime: false, notarize: false } },
  ],
  ['not at all on Windows without one', 'win32', {}, {}],
  ['not at all on Linux', 'linux', { CSC_LINK: 'x' }, {}],
])('signs %s', (_, platform, env, expected) => {
  expect(signing(platform, env)).toEqual(expected);
});

test('the page of the project is the one that it was built for', () => {
  const workflow = { GITHUB_SERVER_URL: 'https://example.org', GITHUB_REPOSITORY: 'someone/soleus' };
  expect(homepageOf(workflow)).toBe('https://example.org/someone/soleus');
  expect(homepageOf({ ...workflow, SOLEUS_HOMEPAGE: 'https://soleus.example' })).toBe('https://soleus.example');
  expect(homepageOf({})).toBeNull();
});

test('where nobody is named, the maintainer has an address that can belong to nobody', () => {
  expect(projectNames({ SOLEUS_MAINTAINER: '' })).toEqual({});
  expect(CONFIGURATION).toMatch(/^ {2}maintainer: The Soleus authors <\w+@soleus\.invalid>$/m);
});
