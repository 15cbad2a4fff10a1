import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { projectNames } from '../../tools/release/packages.ts';
import { FUSE_SENTINEL, type PackedPlatform, standInElectron } from './standInElectron.ts';

/** What the real packer makes of electron-builder.yml around a stand-in for Electron. */
export interface Packed {
  readonly folder: string;
  /** Where the app's own files lie. */
  readonly resources: string;
  /** The program that carries the fuses. */
  readonly program: string;
  /** What the makers of AppImage and deb would have been handed. */
  readonly appImage: { readonly desktop: string; readonly desktopFileName: string };
  readonly deb: { readonly args: readonly string[]; readonly desktop: string };
}

const ROOT = join(import.meta.dirname, '../..');
export const PROJECT = {
  SOLEUS_HOMEPAGE: 'https://example.org/soleus',
  SOLEUS_MAINTAINER: 'Someone <someone@example.org>',
};

const PLATFORMS = {
  linux: { platform: Platform.LINUX, arch: Arch.x64, targets: ['AppImage', 'deb'] },
  darwin: { platform: Platform.MAC, arch: Arch.arm64, targets: ['dir'] },
  win32: { platform: Platform.WINDOWS, arch: Arch.x64, targets: ['dir'] },
};

/** Builds what has changed since the last build. */
export function ensureBuilt(): void {
  const { status } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { ensureBuild, ensureModels } from './tools/setup.mjs'; ensureModels(); ensureBuild();`,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('The build failed.');
}

export async function pack(name: PackedPlatform, folder: string): Promise<Packed> {
  const { platform, arch, targets } = PLATFORMS[name];
  let appImage: Packed['appImage'] = { desktop: '', desktopFileName: '' };
  let deb: Packed['deb'] = { args: [], desktop: '' };
  const config: Configuration = {
    electronDist: standInElectron(name, join(folder, 'electron')),
    directories: { output: join(folder, 'dist') },
    ...projectNames(PROJECT),
    // Whatever certificate is on this machine is not for a stand-in.
    mac: { identity: null },
  };
  await build({
    targets: platform.createTarget(targets, arch),
    config,
    // The makers themselves are fetched when they are needed; true leaves it at their arguments.
    effectiveOptionComputed: async (handed: Packed['appImage'] | [string[], string]) => {
      if (Array.isArray(handed)) deb = { args: handed[0], desktop: readFileSync(handed[1], 'utf8') };
      else appImage = handed;
      return true;
    },
  });
  const dist = join(folder, 'dist');
  const app = join(dist, 'mac-arm64/Soleus.app/Contents');
  const places = {
    linux: {
      folder: join(dist, 'linux-unpacked'),
      resources: join(dist, 'linux-unpacked/resources'),
      program: join(dist, 'linux-unpacked/soleus'),
    },
    darwin: {
      folder: app,
      resources: join(app, 'Resources'),
      program: join(app, 'Frameworks/Electron Framework.framework/Electron Framework'),
    },
    win32: {
      folder: join(dist, 'win-unpacked'),
      resources: join(dist, 'win-unpacked/resources'),
      program: join(dist, 'win-unpacked/Soleus.exe'),
    },
  };
  return { ...places[name], appImage, deb };
}

/** Every file of the archive, without its folders. */
export function filesIn({ resources }: Packed): string[] {
  const all = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  return all.filter((path) => !all.some((other) => other.startsWith(`${path}/`))).map((path) => path.slice(1));
}

export function textIn({ resources }: Packed, file: string): string {
  return extractFile(join(resources, 'app.asar'), file).toString('utf8');
}

/** Bytes of everything that comes with us and not with Electron. */
export function addedBytes({ resources }: Packed): number {
  return ['app.asar', 'app.asar.unpacked', 'LICENSE', 'NOTICE', 'licenses.md', 'icon.icns']
    .map((name) => join(resources, name))
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + bytesOf(path), 0);
}

function bytesOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

/** The fuses as the program carries them: 0, 1, or r where Electron has removed one. */
export function fusesOf({ program }: Packed): string {
  const bytes = readFileSync(program);
  const at = bytes.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length;
  const count = bytes[at + 1] ?? 0;
  return bytes.toString('latin1', at + 2, at + 2 + count);
}
