import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../electron/services/history/database.ts';
import { momentWords } from '../../shared/breaks/breakWords.ts';
import { MONDAY_AT_NINE, pass, startedDesktop } from '../support/desktopRun.ts';
import { tempFolder } from '../support/tempFolder.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: MONDAY_AT_NINE });
});
afterEach(() => {
  vi.useRealTimers();
});

const pausedFor = (minutes: number): string =>
  `Breaks are paused until ${momentWords(MONDAY_AT_NINE + minutes * MINUTE_MS, MONDAY_AT_NINE)}.`;
const ICONS = join(import.meta.dirname, '../../resources/icons');
const BREAK_AND_MAIN = ['app://soleus/', 'app://soleus/#break'];

describe('a second launch', () => {
  test('with --break-now begins a break in front of the person', async () => {
    const desktop = await startedDesktop({ platform: 'linux' });
    desktop.app.emit('second-instance', {}, ['/opt/Soleus/soleus', '--allow-file-access', '--break-now']);
    const window = desktop.breakWindow();
    window?.emit('ready-to-show');
    expect(window?.calls).toEqual(['show', 'focus']);
    expect(desktop.tray.tip).toBe('Your break is on: Wall calf stretch.');
    expect(desktop.open().map(({ url }) => url)).toEqual(BREAK_AND_MAIN);
  });

  test('with --pause-breaks and --resume-breaks does as the tray does, and opens nothing', async () => {
    const desktop = await startedDesktop({ argv: ['soleus', '--hidden'] });
    desktop.app.emit('second-instance', {}, ['soleus', '--pause-breaks=30']);
    expect(desktop.tray.tip).toBe(pausedFor(30));
    desktop.app.emit('second-instance', {}, ['soleus', '--resume-breaks']);
    expect(desktop.tray.tip).toBe('Next break in 45 min.');
    desktop.app.emit('second-instance', {}, ['soleus', '--pause-breaks']);
    expect(desktop.tray.tip).toBe('Breaks are paused until you go on with them.');
    expect(desktop.windows).toEqual([]);
  });
});

describe('a second launch when a break is offered', () => {
  test.each([
    ['--snooze-break', 5],
    ['--snooze-break=15', 15],
  ])('with %s puts it off by %d minutes', async (argument, minutes) => {
    const desktop = await startedDesktop({ argv: ['soleus', '--hidden'] });
    await pass(46 * MINUTE_MS);
    desktop.app.emit('second-instance', {}, ['soleus', argument]);
    expect(desktop.tray.tip).toBe(`Next break in ${minutes} min.`);
    expect(desktop.open()).toEqual([]);
  });
});

describe('a first launch', () => {
  test('with --break-now begins with a break', async () => {
    const desktop = await startedDesktop({ argv: ['soleus', '--break-now'] });
    expect(desktop.open().map(({ url }) => url)).toEqual(BREAK_AND_MAIN);
  });

  test.each([{ argv: ['soleus', '--hidden'] }, { wasOpenedAtLogin: true }])(
    'by the login, %o, opens no window, and breaks come all the same',
    async (options) => {
      const desktop = await startedDesktop(options);
      expect(desktop.windows).toEqual([]);
      await pass(46 * MINUTE_MS);
      expect(desktop.open().map(({ url }) => url)).toEqual(['app://soleus/#break']);
      desktop.app.emit('activate');
      expect(desktop.open()).toHaveLength(2);
    },
  );

  test('has the name that Windows wants for notifications', async () => {
    expect((await startedDesktop({ platform: 'win32' })).app.userModelId).toBe('app.soleus');
  });
});

describe('the tray', () => {
  test.each<[NodeJS.Platform, string]>([
    ['darwin', 'trayTemplate.png'],
    ['win32', 'traySmall.png'],
    ['linux', 'tray.png'],
  ])('on %s shows %s', async (platform, file) => {
    const { tray } = await startedDesktop({ platform });
    expect(basename(tray.icon)).toBe(file);
    for (const each of [file, file.replace('.', '@2x.')]) expect(existsSync(join(ICONS, each)), each).toBe(true);
  });

  test('counts down, with a menu that is set anew for each change and for nothing else', async () => {
    const { tray } = await startedDesktop();
    await pass(MINUTE_MS);
    expect([tray.tip, tray.title]).toEqual(['Next break in 44 min.', '44 min']);
    const { menus } = tray;
    await pass(10 * MINUTE_MS);
    expect([tray.tip, tray.title]).toEqual(['Next break in 34 min.', '34 min']);
    expect(tray.menus).toBe(menus + 10);
  });

  test('has no words beside it but on macOS', async () => {
    const { tray } = await startedDesktop({ platform: 'linux' });
    await pass(MINUTE_MS);
    expect([tray.tip, tray.title]).toEqual(['Next break in 44 min.', '']);
  });

  test('pauses, resumes, and starts a break', async () => {
    const desktop = await startedDesktop();
    desktop.tray.choose('1 hour');
    expect(desktop.tray.tip).toBe(pausedFor(60));
    desktop.tray.choose('Go on with the breaks');
    desktop.tray.choose('Take a break now');
    expect(desktop.breakWindow()).not.toBeNull();
    desktop.breakWindow()?.close();
    desktop.tray.choose('Show the break');
    expect(desktop.breakWindow()).not.toBeNull();
  });

  test('puts off what is offered', async () => {
    const desktop = await startedDesktop();
    await pass(46 * MINUTE_MS);
    desktop.tray.choose('In 15 minutes');
    expect(desktop.tray.tip).toBe('Next break in 15 min.');
    expect(desktop.breakWindow()).toBeNull();
  });

  test('shows at once what was changed in the settings', async () => {
    const desktop = await startedDesktop();
    await desktop.call('settings.change', { breaks: { intervalMinutes: 30 } });
    expect(desktop.tray.tip).toBe('Next break in 30 min.');
  });

  test('leads to the breaks in the window that is open, without loading it anew', async () => {
    const desktop = await startedDesktop();
    const [main] = desktop.windows;
    desktop.tray.choose('Breaks and their settings');
    expect(main?.calls).toEqual(['show', 'focus', "location.hash = '#breaks'"]);
    expect(main?.url).toBe('app://soleus/');
    main?.close();
    desktop.tray.choose('Breaks and their settings');
    expect(desktop.open().map(({ url }) => url)).toEqual(['app://soleus/#breaks']);
  });

  test('leads into the app while another Soleus has the history, and goes on when it is free', async () => {
    const dataFolder = tempFolder();
    const { db } = openDatabase(join(dataFolder, 'history'), 'now');
    const desktop = await startedDesktop({ dataFolder, argv: ['--hidden'] });
    expect(desktop.tray.tip).toBe('The breaks cannot be read. Open Soleus to see why.');
    desktop.app.emit('second-instance', {}, ['soleus', '--break-now']);
    expect(desktop.open().map(({ url }) => url)).toEqual(['app://soleus/']);
    db.close();
    await pass(MINUTE_MS + 30 * SECOND_MS);
    expect(desktop.tray.tip).toMatch(/^Next break in/);
  });

  test('ends the app', async () => {
    const desktop = await startedDesktop();
    desktop.tray.choose('Quit Soleus');
    expect(desktop.app.quits).toBe(1);
  });
});

describe('with its last window closed the app', () => {
  const withTray = async (command: string, args: readonly string[]): Promise<string> =>
    `(${command === 'gdbus' && args.at(-1) === 'org.kde.StatusNotifierWatcher'},)\n`;
  const withoutTray = async (): Promise<string> => '(false,)\n';

  test.each([
    ['stays in the menu bar', { platform: 'darwin' }, {}, 0],
    ['stays in a tray that is shown', { platform: 'linux', run: withTray }, {}, 0],
    ['ends where none is shown', { platform: 'linux', run: withoutTray }, {}, 1],
    ['ends where nobody knows of one', { platform: 'linux' }, {}, 1],
    ['stays where it starts at login', { platform: 'linux', run: withoutTray }, { startAtLogin: true }, 0],
    ['ends when breaks are off', { platform: 'win32' }, { enabled: false }, 1],
  ] as const)('%s', async (_, options, breaks, quits) => {
    const desktop = await startedDesktop({ ...options, env: { XDG_CONFIG_HOME: tempFolder() } });
    await desktop.call('settings.change', { breaks });
    desktop.windows[0]?.close();
    await pass(SECOND_MS);
    expect(desktop.app.quits).toBe(quits);
  });

  test('stays when it was opened again meanwhile', async () => {
    const desktop = await startedDesktop({ platform: 'linux', run: withoutTray });
    desktop.windows[0]?.close();
    desktop.app.emit('second-instance', {}, ['soleus']);
    await pass(SECOND_MS);
    expect(desktop.app.quits).toBe(0);
  });
});
