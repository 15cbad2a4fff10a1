import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where exports go unless the person says otherwise: to their downloads, or, without such a folder, beside the history. */
export function exportFolder(dataFolder: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const downloads = (platform === 'linux' && xdgDownloads(env)) || join(homedir(), 'Downloads');
  return existsSync(downloads) ? downloads : ownExportFolder(dataFolder);
}

export function ownExportFolder(dataFolder: string): string {
  return join(dataFolder, 'exports');
}

/** On Linux the folder is called what the person's language calls it. */
function xdgDownloads(env: NodeJS.ProcessEnv): string | null {
  const file = join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'user-dirs.dirs');
  if (!existsSync(file)) return null;
  const [, named] = /^XDG_DOWNLOAD_DIR="(.*)"$/m.exec(readFileSync(file, 'utf8')) ?? [];
  return named ? named.replace(/^\$HOME/, homedir()) : null;
}
