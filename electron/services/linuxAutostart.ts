import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Starts the app with a Linux desktop session: a file in the autostart folder, there or not there. */
export interface Autostart {
  /** @throws the file system's error when the folder cannot be written */
  set(isOn: boolean): void;
  /** An AppImage has a new name after an update: puts today's command into a file that is there, and leaves the rest alone. */
  repair(): void;
}

export function linuxAutostart(env: NodeJS.ProcessEnv, command: readonly string[]): Autostart {
  const file = join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart', 'soleus.desktop');
  // An AppImage runs from a folder that is gone afterwards; this names the image itself.
  const [program, ...rest] = command;
  const exec = `Exec=${[env['APPIMAGE'] || program, ...rest].map((part) => quoted(part ?? '')).join(' ')}`;
  return {
    set: (isOn) => {
      if (!isOn) {
        rmSync(file, { force: true });
        return;
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        file,
        ['[Desktop Entry]', 'Type=Application', 'Name=Soleus', exec, 'Terminal=false', ''].join('\n'),
      );
    },
    repair: () => {
      if (!existsSync(file)) return;
      try {
        const before = readFileSync(file, 'utf8');
        const after = before.replace(/^Exec=.*$/m, () => exec);
        if (after !== before) writeFileSync(file, after);
      } catch {
        // It is tried again at the next start.
      }
    },
  };
}

/** One argument of an Exec line: quoted, then escaped once more as a string of the file, with its percent signs doubled. */
function quoted(argument: string): string {
  return `"${argument.replace(/["`$\\]/g, '\\$&')}"`.replaceAll('\\', '\\\\').replaceAll('%', '%%');
}
