import { describe, expect, test, vi } from 'vitest';
import { createPresence } from '../../electron/presence.ts';
import { UNKNOWN_SENSE } from '../../electron/services/breaks/presence.ts';
import type { Sense } from '../../shared/breaks/breakState.ts';
import { electronDouble } from '../support/electronDouble.ts';

interface Given {
  readonly platform?: NodeJS.Platform;
  readonly env?: NodeJS.ProcessEnv;
  /** What a Linux desktop tells besides. */
  readonly around?: Partial<Sense>;
}

function presenceOf({ platform = 'darwin', env = {}, around = {} }: Given = {}) {
  const { electron, power } = electronDouble();
  const linuxPresence = { read: async () => ({ ...UNKNOWN_SENSE, ...around }) };
  return { power, presence: createPresence(electron.powerMonitor, { platform, env, linuxPresence }) };
}

const X11 = { XDG_SESSION_TYPE: 'x11' };
const GNOME_IDLE: Partial<Sense> = { presence: { kind: 'idle', ms: 1234 } };

describe('who sits there', () => {
  test('is idle for so long, and what Electron cannot know is unknown', async () => {
    const { presence, power } = presenceOf();
    power.idleSeconds = 42;
    expect(await presence.read()).toEqual({ ...UNKNOWN_SENSE, presence: { kind: 'idle', ms: 42_000 } });
    power.idleSeconds = 0;
    expect(await presence.read()).toMatchObject({ presence: { kind: 'idle', ms: 0 } });
  });

  test.each([Number.NaN, -1, 4_294_967_295])('is unknown where the system says %d', async (seconds) => {
    const { presence, power } = presenceOf({ platform: 'win32' });
    power.idleSeconds = seconds;
    expect((await presence.read()).presence).toEqual({ kind: 'unknown' });
  });

  test('is unknown where the system says so', async () => {
    const { presence, power } = presenceOf();
    power.idleState = 'unknown';
    expect((await presence.read()).presence).toEqual({ kind: 'unknown' });
  });
});

describe('on Linux', () => {
  test.each<[string, NodeJS.ProcessEnv]>([
    ['a Wayland session', { XDG_SESSION_TYPE: 'wayland' }],
    ['a session that only names its Wayland display', { WAYLAND_DISPLAY: 'wayland-0' }],
  ])('%s is unknown, whatever Electron reads', async (_, env) => {
    const { presence, power } = presenceOf({ platform: 'linux', env });
    for (const seconds of [0, 30, 0]) {
      power.idleSeconds = seconds;
      expect(await presence.read()).toEqual(UNKNOWN_SENSE);
    }
    expect(power.reads).toBe(0);
  });

  test('what the desktop tells is taken under Wayland', async () => {
    const { presence } = presenceOf({ platform: 'linux', env: { XDG_SESSION_TYPE: 'wayland' }, around: GNOME_IDLE });
    expect(await presence.read()).toEqual({ ...UNKNOWN_SENSE, ...GNOME_IDLE });
  });

  test('a reading of 0 is believed only once another was seen', async () => {
    const { presence, power } = presenceOf({ platform: 'linux', env: X11, around: { call: 'yes' } });
    power.idleSeconds = 0;
    expect(await presence.read()).toMatchObject({ presence: { kind: 'unknown' }, call: 'yes' });
    power.idleSeconds = 7;
    expect(await presence.read()).toMatchObject({ presence: { kind: 'idle', ms: 7_000 }, call: 'yes' });
    power.idleSeconds = 0;
    expect(await presence.read()).toMatchObject({ presence: { kind: 'idle', ms: 0 } });
  });

  test('a lock that only the desktop tells of counts', async () => {
    const { presence } = presenceOf({ platform: 'linux', env: X11, around: { presence: { kind: 'locked' } } });
    expect((await presence.read()).presence).toEqual({ kind: 'locked' });
  });
});

describe('lock and power', () => {
  test('each change is told at once, and a lock is one until it is opened', async () => {
    const { presence, power } = presenceOf();
    const look = vi.fn();
    presence.listen(look);
    power.emit('lock-screen');
    expect((await presence.read()).presence).toEqual({ kind: 'locked' });
    power.emit('unlock-screen');
    expect((await presence.read()).presence).toEqual({ kind: 'idle', ms: 10_000 });
    power.emit('suspend');
    power.emit('resume');
    expect(look).toHaveBeenCalledTimes(4);
  });

  test('a session that another user pushed aside is locked, until both are over', async () => {
    const { presence, power } = presenceOf();
    presence.listen(() => undefined);
    power.emit('user-did-resign-active');
    power.emit('lock-screen');
    power.emit('user-did-become-active');
    expect((await presence.read()).presence).toEqual({ kind: 'locked' });
    power.emit('unlock-screen');
    expect((await presence.read()).presence).toEqual({ kind: 'idle', ms: 10_000 });
  });

  test('a screen that was locked before the start is locked', async () => {
    const { presence, power } = presenceOf();
    power.idleState = 'locked';
    expect((await presence.read()).presence).toEqual({ kind: 'locked' });
  });
});
