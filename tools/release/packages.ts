import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { archFromString, type CliOptions, type Configuration, DIR_TARGET, Platform } from 'electron-builder';

/** Where a package is made and found, and how it is signed. */
export const DIST = join(import.meta.dirname, '../../dist');

/** The address of the project, which the package names and the app leads to for updates. */
export function homepageOf(env: NodeJS.ProcessEnv): string | null {
  if (env['SOLEUS_HOMEPAGE']) return env['SOLEUS_HOMEPAGE'];
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  return server && repository ? `${server}/${repository}` : null;
}

/** What the packages say of the project: its page, and in the deb whom to write to, `Name <address>`. */
export function projectNames(env: NodeJS.ProcessEnv): Configuration {
  const homepage = homepageOf(env);
  const maintainer = env['SOLEUS_MAINTAINER'];
  return { ...(homepage && { extraMetadata: { homepage } }), ...(maintainer && { linux: { maintainer } }) };
}

/**
 * What to make. electron-builder.yml names the packages of each system, those of a Mac for both processors. The packer takes
 * either its own switches or a list of targets, not both.
 *
 * @param wish `dir`: the app unpacked, and no package of it; `ownArch`: for this machine's processor alone
 */
export function buildOptions(
  { dir, ownArch }: { readonly dir: boolean; readonly ownArch: boolean },
  platform: NodeJS.Platform,
  arch: string,
): CliOptions {
  if (!ownArch || platform !== 'darwin') return { dir };
  return { targets: Platform.MAC.createTarget(dir ? [DIR_TARGET] : ['dmg', 'zip'], archFromString(arch)) };
}

/**
 * How to sign on this system. With a certificate at hand an unsigned package is an error. Without one a Mac still wants a
 * signature of some kind, made without anybody's name; the hardened runtime would then refuse Electron's own libraries.
 */
export function signing(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Configuration {
  if (platform === 'linux') return {};
  const hasCertificate = Boolean(env['CSC_LINK'] || (platform === 'win32' && env['WIN_CSC_LINK']));
  if (hasCertificate) return { forceCodeSigning: true };
  return platform === 'darwin' ? { mac: { identity: '-', hardenedRuntime: false, notarize: false } } : {};
}

/** The program of the app that was packed last for this machine; null when there is none. */
export function packedProgram(platform: NodeJS.Platform, arch: string): string | null {
  const programs: Partial<Record<NodeJS.Platform, string>> = {
    linux: 'linux-unpacked/soleus',
    win32: 'win-unpacked/Soleus.exe',
    darwin: `${arch === 'arm64' ? 'mac-arm64' : 'mac'}/Soleus.app/Contents/MacOS/Soleus`,
  };
  const program = programs[platform];
  return program && existsSync(join(DIST, program)) ? join(DIST, program) : null;
}
