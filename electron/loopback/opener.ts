import { win32 } from 'node:path';

/**
 * The program that opens an address in the person's browser, and what it is told; null where there is no screen to open it on.
 * Each takes the address as it is: no shell of the system reads it as a command.
 */
export function openerOf(
  address: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): readonly [program: string, args: readonly string[]] | null {
  if (platform === 'darwin') return ['/usr/bin/open', [address]];
  if (platform === 'win32') {
    // By its whole path: Windows would look into the folder that we were started in first.
    const program = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'rundll32.exe');
    return [program, ['url.dll,FileProtocolHandler', address]];
  }
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', [address]] : null;
}
