import { expect, test } from 'vitest';
import { openerOf } from '../../../electron/loopback/opener.ts';

const ADDRESS = `http://127.0.0.1:7653/#${'A'.repeat(32)}`;

test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string, string[]]>([
  ['darwin', {}, '/usr/bin/open', [ADDRESS]],
  ['win32', { SystemRoot: 'D:\\Win' }, 'D:\\Win\\System32\\rundll32.exe', ['url.dll,FileProtocolHandler', ADDRESS]],
  ['linux', { DISPLAY: ':0' }, 'xdg-open', [ADDRESS]],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open', [ADDRESS]],
])('on %s the address is an argument of its own, and no shell reads it', (platform, env, program, args) => {
  expect(openerOf(ADDRESS, platform, env)).toEqual([program, args]);
});

test('without a screen nothing is opened', () => {
  expect(openerOf(ADDRESS, 'linux', {})).toBeNull();
});
