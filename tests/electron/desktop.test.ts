import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { servePageProtocol } from '../../electron/pageProtocol.ts';
import { CALL_CHANNEL } from '../../shared/contract/bridge.ts';
import { PAGE_LOST } from '../../shared/window/windowWords.ts';
import { startedDesktop } from '../support/desktopRun.ts';
import { type ElectronDouble, electronDouble } from '../support/electronDouble.ts';

describe('the window', () => {
  test('is sandboxed, isolated and without Node, and keeps counting behind others', async () => {
    const { windows } = await startedDesktop();
    expect(windows).toHaveLength(1);
    // These and no others: whatever else Electron knows stays at its safe default.
    expect(windows[0]?.options['webPreferences']).toStrictEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      backgroundThrottling: false,
      preload: expect.stringMatching(/preload[\\/]preload\.cjs$/),
    });
    expect(windows[0]?.url).toBe('app://soleus/');
  });

  test('shows itself once it has drawn', async () => {
    const [window] = (await startedDesktop()).windows;
    expect(window?.calls).toEqual([]);
    window?.emit('ready-to-show');
    expect(window?.calls).toEqual(['show']);
  });

  test('the one with the break is locked in the same way', async () => {
    const desktop = await startedDesktop();
    desktop.app.emit('second-instance', {}, ['soleus', '--break-now']);
    const [main, small] = desktop.windows;
    expect(small?.url).toBe('app://soleus/#break');
    expect(small?.options['webPreferences']).toStrictEqual(main?.options['webPreferences']);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'none ever leaves its page (%s)',
    async (event) => {
      const desktop = await startedDesktop();
      desktop.app.emit('second-instance', {}, ['soleus', '--break-now']);
      expect(desktop.windows).toHaveLength(2);
      for (const { webContents, openHandler, peerPolicy } of desktop.windows) {
        const preventDefault = vi.fn();
        webContents.emit(event, { preventDefault });
        expect(preventDefault).toHaveBeenCalledOnce();
        expect(openHandler?.()).toEqual({ action: 'deny' });
        expect(peerPolicy).toBe('disable_non_proxied_udp');
      }
    },
  );

  test('a second launch brings it to the front, and opens it again when it was closed', async () => {
    const { app, windows } = await startedDesktop();
    const [window] = windows;
    if (!window) throw new Error('no window');
    window.minimized = true;
    app.emit('second-instance', {}, ['soleus']);
    expect(window.calls).toEqual(['restore', 'show', 'focus']);
    window.close();
    app.emit('second-instance', {}, ['soleus']);
    expect(windows).toHaveLength(2);
  });

  describe('whose page dies', () => {
    /** A desktop whose page can be let die: whether it is loaded again at once. */
    async function mortal() {
      vi.useFakeTimers({ toFake: ['performance'] });
      onTestFinished(() => void vi.useRealTimers());
      const desktop = await startedDesktop();
      const [window] = desktop.windows;
      if (!window) throw new Error('no window');
      const die = (reason: string): boolean => {
        window.url = '';
        window.webContents.emit('render-process-gone', {}, { reason });
        return window.url === 'app://soleus/';
      };
      return { ...desktop, window, die };
    }

    test('loads it again, and each time it is in the log', async () => {
      const { die, dataFolder, questions } = await mortal();
      for (let death = 1; death <= 30; death++) {
        expect(die('crashed')).toBe(true);
        vi.advanceTimersByTime(200_001);
      }
      expect(questions).toEqual([]);
      const log = readFileSync(join(dataFolder, 'logs/soleus.log'), 'utf8');
      expect(log.match(/page-gone reason=crashed/g)).toHaveLength(30);
    });

    test.each([
      [PAGE_LOST.again, false],
      [PAGE_LOST.close, true],
    ])('asks when it dies again and again: %s', async (button, isClosed) => {
      const { die, questions, window } = await mortal();
      for (let death = 1; death <= 3; death++) die('crashed');
      die('clean-exit');
      expect(questions).toEqual([]);
      expect(die('oom')).toBe(false);
      expect(questions).toMatchObject([{ options: { message: PAGE_LOST.title, detail: PAGE_LOST.advice } }]);
      await questions[0]?.answer(button);
      expect(window.destroyed).toBe(isClosed);
      expect(window.url).toBe(isClosed ? '' : 'app://soleus/');
      if (!isClosed) expect(die('crashed')).toBe(true);
    });

    test('and is closed meanwhile is left alone', async () => {
      const { die, questions, window } = await mortal();
      for (let death = 1; death <= 4; death++) die('crashed');
      window.close();
      await questions[0]?.answer(PAGE_LOST.again);
      expect(window.url).toBe('');
    });
  });
});

describe('a second instance', () => {
  test('quits at once and touches nothing', async () => {
    const { app, windows, dataFolder } = await startedDesktop({ isFirst: false });
    expect(app.quits).toBe(1);
    expect(windows).toEqual([]);
    expect(existsSync(join(dataFolder, 'history'))).toBe(false);
  });

  test('an argument that is wrong is named, and nothing is started', async () => {
    const { app, windows, complaints } = await startedDesktop({ argv: ['soleus', '--pause-breaks=45'] });
    expect(complaints).toEqual(['--pause-breaks is 45; it can be 30, 60, 120, tomorrow, resumed.']);
    expect(app.exitCode).toBe(2);
    expect(windows).toEqual([]);
  });
});

describe('calls from the page', () => {
  const call = async (
    { handlers }: ElectronDouble,
    senderFrame: unknown,
    name: unknown,
    request?: unknown,
  ): Promise<unknown> => handlers.get(CALL_CHANNEL)?.({ senderFrame }, name, request);
  const ownPage = { parent: null, url: 'app://soleus/index.html' };

  test('are answered by the services', async () => {
    const desktop = await startedDesktop();
    const outcome = await call(desktop, ownPage, 'app.info', null);
    const { dataFolder } = desktop;
    expect(outcome).toMatchObject({ ok: true, answer: { host: 'desktop', version: '0.0.0-test', dataFolder } });
  });

  test.each([
    ['a frame inside the page', { parent: ownPage, url: 'app://soleus/' }],
    ['another page', { parent: null, url: 'https://evil.example/' }],
    ['a page whose name begins like ours', { parent: null, url: 'app://soleus.evil/' }],
    ['a frame that is gone', null],
  ])('%s gets nothing', async (_, frame) => {
    const desktop = await startedDesktop();
    expect(await call(desktop, frame, 'settings.change', { voice: false })).toMatchObject({
      ok: false,
      code: 'bad-request',
    });
    expect(existsSync(join(desktop.dataFolder, 'settings.json'))).toBe(false);
  });

  test('are parsed like any others', async () => {
    expect(await call(await startedDesktop(), ownPage, 'settings.change', { voiceVolume: 'loud' })).toMatchObject({
      ok: false,
      code: 'bad-request',
    });
  });
});

describe('the lock-down', () => {
  test('the scheme is standard and secure, with no way round the policy', async () => {
    expect((await startedDesktop()).schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  test.each<[string, string, object, boolean]>([
    ['the camera for our page', 'media', { mediaTypes: ['video'], requestingUrl: 'app://soleus/' }, true],
    ['the microphone', 'media', { mediaTypes: ['audio'], requestingUrl: 'app://soleus/' }, false],
    [
      'camera and microphone together',
      'media',
      { mediaTypes: ['video', 'audio'], requestingUrl: 'app://soleus/' },
      false,
    ],
    ['the camera for another page', 'media', { mediaTypes: ['video'], requestingUrl: 'https://evil.example/' }, false],
    ['copying a text', 'clipboard-sanitized-write', { requestingUrl: 'app://soleus/' }, true],
    ['copying for another page', 'clipboard-sanitized-write', { requestingUrl: 'https://evil.example/' }, false],
    ['what was copied', 'clipboard-read', { requestingUrl: 'app://soleus/' }, false],
    ['the screen, which is media of no type', 'media', { mediaTypes: [], requestingUrl: 'app://soleus/' }, false],
    ['media of types that are not told', 'media', { requestingUrl: 'app://soleus/' }, false],
    ['the screen by its own name', 'display-capture', { requestingUrl: 'app://soleus/' }, false],
    ['the place', 'geolocation', { requestingUrl: 'app://soleus/' }, false],
  ])('a request for %s', async (_, permission, details, expected) => {
    const { session } = await startedDesktop();
    const grant = vi.fn();
    session.requestHandler?.(null, permission, grant, details);
    expect(grant).toHaveBeenCalledExactlyOnceWith(expected);
  });

  test.each<[string, string, object, boolean]>([
    ['media', 'app://soleus', { mediaType: 'video' }, true],
    ['media', 'app://soleus', { mediaType: 'audio' }, false],
    ['media', 'https://evil.example', { mediaType: 'video' }, false],
    ['notifications', 'app://soleus', {}, false],
  ])('a check of %s for %s', async (permission, origin, details, expected) => {
    const { session } = await startedDesktop();
    expect(session.checkHandler?.(null, permission, origin, details)).toBe(expected);
  });

  test('no network, no other device, no download and no spell checker', async () => {
    const { session } = await startedDesktop();
    expect(session.deviceHandler?.()).toBe(false);
    expect(session.spellChecker).toBe(false);
    expect(session.download?.()).toBe(true);
    expect(session.blocked).toEqual({ urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'], cancels: true });
  });

  test.each<[NodeJS.Platform, string[]]>([
    ['linux', ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen']],
    ['win32', ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen']],
    ['darwin', ['appMenu', 'fileMenu', 'editMenu', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'windowMenu']],
  ])('the menu on %s neither reloads nor opens the tools of developers', async (platform, roles) => {
    const { appMenu } = await startedDesktop({ platform });
    const items = appMenu?.flatMap((item) => [item, ...((item.submenu as MenuItemConstructorOptions[]) ?? [])]) ?? [];
    expect(items.flatMap(({ role }) => role ?? [])).toEqual(roles);
  });

  test('from the sources it is Electron’s own', async () => {
    expect((await startedDesktop({ isPackaged: false })).appMenu).toBeNull();
  });

  test('Chromium’s own files stay apart from the person’s', async () => {
    const { app, dataFolder } = await startedDesktop();
    expect(app.paths).toEqual({ userData: join(dataFolder, 'desktop') });
  });
});

describe('app://', () => {
  const PAGE = join(import.meta.dirname, '../../renderer');

  async function ask(url: string, method = 'GET'): Promise<Response> {
    const double = electronDouble();
    servePageProtocol(double.electron.protocol, PAGE);
    const handler = double.protocols.get('app');
    if (!handler) throw new Error('no handler');
    return handler(new Request(url, { method }));
  }

  test('serves the page with its policy', async () => {
    const response = await ask('app://soleus/');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  test.each([
    'app://soleus/..%2fpackage.json',
    'app://soleus/%2e%2e/package.json',
    'app://other/index.html',
    'app://soleus/missing.js',
  ])('%s is nothing', async (url) => {
    const response = await ask(url);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  test('anything but GET is refused', async () => {
    expect((await ask('app://soleus/', 'POST')).status).toBe(404);
  });
});
