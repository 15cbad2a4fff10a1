import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type DesktopRun, MONDAY_AT_NINE, pass, startedDesktop } from '../support/desktopRun.ts';
import type { WindowDouble } from '../support/windowDouble.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: MONDAY_AT_NINE });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The usual interval is 45 minutes; a break is announced half a minute ahead. */
async function warned(options: Parameters<typeof startedDesktop>[0] = {}): Promise<DesktopRun> {
  const desktop = await startedDesktop(options);
  await pass(45 * MINUTE_MS - 20 * SECOND_MS);
  return desktop;
}

async function called(options: Parameters<typeof startedDesktop>[0] = {}): Promise<[DesktopRun, WindowDouble]> {
  const desktop = await warned(options);
  await pass(MINUTE_MS);
  const window = desktop.breakWindow();
  if (!window) throw new Error('no break window');
  window.emit('ready-to-show');
  return [desktop, window];
}

const stageOf = async (desktop: DesktopRun): Promise<unknown> => {
  const outcome = await desktop.call('breaks.state', null);
  return outcome.ok ? (outcome.answer as { stage: string }).stage : outcome;
};

describe('a break that comes up', () => {
  test('is announced by a notification, and called in a window that leaves the keyboard where it is', async () => {
    const desktop = await warned();
    expect(desktop.notification()?.options).toMatchObject({
      title: expect.stringMatching(/^A break is coming up in \d+ s\.$/),
      body: 'Wall calf stretch',
      silent: true,
    });
    expect(desktop.breakWindow()).toBeNull();
    await pass(MINUTE_MS);
    expect(desktop.notification()?.options.title).toBe('Time to get up: Wall calf stretch.');
    const window = desktop.breakWindow();
    expect(window?.options).toMatchObject({ alwaysOnTop: true, show: false, width: 420, height: 560 });
    expect(window?.calls).toEqual([]);
    window?.emit('ready-to-show');
    expect(window?.calls).toEqual(['showInactive']);
  });

  test('has a window that is locked down like the main one', async () => {
    const [desktop, window] = await called();
    expect(window.options['webPreferences']).toEqual(desktop.windows[0]?.options['webPreferences']);
    expect(window.openHandler?.()).toEqual({ action: 'deny' });
    const preventDefault = vi.fn();
    window.webContents.emit('will-navigate', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  test('opens no second window, and a click on the notification brings the first to the front', async () => {
    const [desktop, window] = await called();
    desktop.notification()?.emit('click', {});
    expect(window.calls).toEqual(['showInactive', 'show', 'focus']);
    expect(desktop.windows).toHaveLength(2);
  });

  test('a click ahead of time opens it, and the call itself takes no keyboard again', async () => {
    const desktop = await warned();
    desktop.notification()?.emit('click', {});
    const window = desktop.breakWindow();
    window?.emit('ready-to-show');
    await pass(MINUTE_MS);
    expect(window?.calls).toEqual(['show', 'focus', 'showInactive']);
    expect(await stageOf(desktop)).toBe('offered');
  });

  test('what was saved yesterday is not called today', async () => {
    const [{ app, dataFolder }] = await called();
    app.emit('will-quit');
    vi.setSystemTime(MONDAY_AT_NINE + 24 * 60 * MINUTE_MS);
    const today = await startedDesktop({ dataFolder });
    await pass(MINUTE_MS);
    expect(today.breakWindow()).toBeNull();
    expect(today.notification()).toBeNull();
  });
});

describe('the buttons of the notification', () => {
  test.each<NodeJS.Platform>(['darwin', 'win32'])('start and put off on %s', async (platform) => {
    const [desktop, window] = await called({ platform });
    expect(desktop.notification()?.options.actions?.map(({ text }) => text)).toEqual([
      'Take a break now',
      'In 5 minutes',
      'In 10 minutes',
      'In 15 minutes',
    ]);
    desktop.notification()?.emit('action', { actionIndex: 2 });
    expect(window.destroyed).toBe(true);
    expect(desktop.notification()).toBeNull();
    expect(desktop.tray.tip).toBe('Next break in 10 min.');
  });

  test('begin the break with its window in front', async () => {
    const desktop = await warned();
    desktop.notification()?.emit('action', { actionIndex: 0 });
    desktop.breakWindow()?.emit('ready-to-show');
    expect(desktop.breakWindow()?.calls).toEqual(['show', 'focus']);
    expect(await stageOf(desktop)).toBe('taking');
  });

  test('are not there on Linux, which shows none', async () => {
    const desktop = await warned({ platform: 'linux' });
    expect(desktop.notification()?.options.actions).toEqual([]);
  });

  test('put off only as often as is allowed', async () => {
    const [desktop] = await called();
    await desktop.call('breaks.act', { action: 'snooze', minutes: 5 });
    await pass(6 * MINUTE_MS);
    await desktop.call('breaks.act', { action: 'snooze', minutes: 5 });
    await pass(6 * MINUTE_MS);
    expect(desktop.notification()?.options.actions?.map(({ text }) => text)).toEqual(['Take a break now']);
  });
});

describe('the window of a break goes', () => {
  test.each([
    [{ action: 'snooze', minutes: 5 } as const],
    [{ action: 'skip', reason: 'in-the-middle' } as const],
    [{ action: 'pause', for: 30 } as const],
  ])('after %o', async (act) => {
    const [desktop, window] = await called();
    await desktop.call('breaks.act', act);
    expect(window.destroyed).toBe(true);
    expect(desktop.notification()).toBeNull();
  });

  test('after it was done, when the page has shown that; by itself, or after a while', async () => {
    const [desktop, window] = await called();
    await desktop.call('breaks.act', { action: 'start-now' });
    await desktop.call('breaks.act', { action: 'done', how: 'reported' });
    expect(window.destroyed).toBe(false);
    await pass(21 * SECOND_MS);
    expect(window.destroyed).toBe(true);
  });

  test('and one that closed itself is let alone', async () => {
    const [desktop, window] = await called();
    await desktop.call('breaks.act', { action: 'done', how: 'reported' });
    window.close();
    await pass(MINUTE_MS);
    expect(window.calls.filter((call) => call === 'close')).toHaveLength(1);
    expect(desktop.open()).toHaveLength(1);
  });

  test('when nobody answers', async () => {
    const [, window] = await called();
    await pass(11 * MINUTE_MS);
    expect(window.destroyed).toBe(true);
  });

  test('while the screen is locked for a break’s length, and that counts', async () => {
    const [desktop, window] = await called();
    desktop.power.emit('lock-screen');
    await pass(3 * MINUTE_MS);
    expect(window.destroyed).toBe(true);
    desktop.power.emit('unlock-screen');
    await pass(MINUTE_MS);
    expect(desktop.tray.tip).toBe('Next break in 45 min.');
  });
});

describe('the system', () => {
  test('is looked at anew soon after it comes back from sleep', async () => {
    const desktop = await startedDesktop({ argv: ['--hidden'] });
    await pass(2 * MINUTE_MS + 10 * SECOND_MS);
    const { reads } = desktop.power;
    desktop.power.emit('resume');
    await pass(5 * SECOND_MS);
    expect(desktop.power.reads).toBe(reads + 1);
  });

  test('that slept over a break credits it', async () => {
    const desktop = await startedDesktop();
    await pass(20 * MINUTE_MS);
    desktop.power.emit('suspend');
    vi.setSystemTime(MONDAY_AT_NINE + 80 * MINUTE_MS);
    desktop.power.emit('resume');
    await pass(MINUTE_MS);
    expect(desktop.breakWindow()).toBeNull();
    expect(desktop.tray.title).toBe('45 min');
  });

  test('is looked at every second at most while a window is seen, every five when none is', async () => {
    const desktop = await startedDesktop();
    const [main] = desktop.windows;
    const readsIn5Seconds = async (): Promise<number> => {
      const before = desktop.power.reads;
      for (let tenths = 0; tenths < 50; tenths++) {
        desktop.power.emit('resume');
        await pass(100);
      }
      return desktop.power.reads - before;
    };
    main?.emit('ready-to-show');
    await pass(10 * SECOND_MS);
    expect(await readsIn5Seconds()).toBe(5);
    main?.close();
    await pass(10 * SECOND_MS);
    expect(await readsIn5Seconds()).toBe(1);
  });
});

describe('displays', () => {
  const LAPTOP = { x: 0, y: 0, width: 1440, height: 860 };
  const BESIDE = { x: 1440, y: -200, width: 1920, height: 1040 };

  test('the window comes where the pointer is, and inside', async () => {
    const desktop = await warned();
    desktop.screen.areas = [LAPTOP, BESIDE];
    desktop.screen.cursor = { x: 2000, y: 100 };
    await pass(MINUTE_MS);
    expect(desktop.breakWindow()?.getBounds()).toEqual({ x: 2924, y: 264, width: 420, height: 560 });
  });

  test('is smaller on a small one', async () => {
    const desktop = await warned();
    desktop.screen.areas = [{ x: 0, y: 20, width: 400, height: 300 }];
    await pass(MINUTE_MS);
    expect(desktop.breakWindow()?.getBounds()).toEqual({ x: 0, y: 20, width: 400, height: 300 });
  });

  test('that goes leaves the window on one that stays; that comes leaves it where it is', async () => {
    const desktop = await warned();
    desktop.screen.areas = [LAPTOP, BESIDE];
    desktop.screen.cursor = { x: 2000, y: 100 };
    await pass(MINUTE_MS);
    const window = desktop.breakWindow();
    desktop.screen.areas = [LAPTOP];
    desktop.screen.emit('display-removed', {}, {});
    expect(window?.getBounds()).toEqual({ x: 1020, y: 264, width: 420, height: 560 });
    desktop.screen.areas = [LAPTOP, BESIDE];
    desktop.screen.emit('display-added', {}, {});
    expect(window?.calls).toEqual(['setBounds']);
    desktop.screen.areas = [{ ...LAPTOP, height: 700 }];
    desktop.screen.emit('display-metrics-changed', {}, {}, ['workArea']);
    expect(window?.getBounds()).toMatchObject({ y: 140 });
  });

  test('may change while there is no window', async () => {
    const [desktop, window] = await called();
    window.close();
    expect(() => desktop.screen.emit('display-removed', {}, {})).not.toThrow();
  });
});
