import { arch, platform, release } from 'node:os';
import type { BackupsView } from '../../../shared/history/backups.ts';
import type { Log } from './log.ts';

interface DiagnosticsOptions {
  readonly version: string;
  readonly host: string;
  readonly log: Log;
  /** Each may throw; then it says that. */
  readonly history: () => { readonly version: number; readonly bytes: number };
  readonly backups: () => Pick<BackupsView, 'backups' | 'folderProblem' | 'failure' | 'chosenFolder'>;
}

const LINES = 200;

/** What helps to find a fault: machine, versions, sizes, and what happened. The page shows all of it before it is copied. */
export function diagnose({ version, host, log, history, backups }: DiagnosticsOptions): string {
  const { node, electron, chrome } = process.versions;
  const shell = electron ? `, Electron ${electron}, Chromium ${chrome}` : '';
  return [
    `Soleus ${version}, ${host}`,
    `${platform()} ${release()} ${arch()}, Node ${node}${shell}`,
    `History: ${orUnknown(() => {
      const { version: schema, bytes } = history();
      return `version ${schema}, ${Math.round(bytes / 1000)} KB`;
    })}`,
    `Backups: ${orUnknown(() => {
      const { backups: all, folderProblem, failure, chosenFolder } = backups();
      const where = chosenFolder === null ? 'usual folder' : 'folder of choice';
      return [`${all.length}`, where, folderProblem, failure].filter((part) => part !== null).join(', ');
    })}`,
    '',
    ...log.lastLines(LINES),
  ].join('\n');
}

function orUnknown(say: () => string): string {
  try {
    return say();
  } catch {
    return 'cannot be opened';
  }
}
