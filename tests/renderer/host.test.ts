import { on, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { connectHost } from '../../renderer/host.ts';
import { type SocketRequest, socketRequestSchema } from '../../shared/contract/socket.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';

const INFO = { version: '1', host: 'browser', dataFolder: '/', releasesPage: null, notices: [] };

/** A page before a service that says what it is told to, over a real socket; time passes as told. */
async function aPage({ isFrozen = false, isRefusing = false, hash = '' } = {}) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const requests: SocketRequest[] = [];
  const secrets: string[] = [];
  const arrived = new EventTarget();
  server.on('connection', (socket, { headers }) => {
    secrets.push(String(headers['sec-websocket-protocol']).replace(/^.*, ?|,.*$/, ''));
    if (isRefusing) socket.close();
    else if (!isFrozen) socket.send(JSON.stringify({ key: 'a-key' }));
    socket.on('message', (data) => {
      requests.push(socketRequestSchema.parse(JSON.parse(String(data))));
      arrived.dispatchEvent(new Event('request'));
    });
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const location = { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, hash };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', {
    replaceState: () => {
      location.hash = '';
    },
  });
  vi.stubGlobal('sessionStorage', { getItem: () => 'a-key', setItem: () => undefined });
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    for (const client of server.clients) client.terminate();
    server.close();
  });
  const received = on(arrived, 'request');
  return {
    api: connectHost(),
    /** The service has heard so many more calls. */
    hear: async (calls: number): Promise<void> => {
      for (let i = 0; i < calls; i++) await received.next();
    },
    connected: () => once(server, 'connection'),
    /** What the page has shown of itself, connection by connection. */
    secrets,
    answer: (name: string, answer: unknown): void => {
      const id = requests.find((request) => request.name === name)?.id;
      for (const client of server.clients) client.send(JSON.stringify({ id, outcome: { ok: true, answer } }));
    },
  };
}

/** How a call stands. */
function watched(call: Promise<unknown>): { state: () => string } {
  let state = 'waiting';
  call.then(
    () => {
      state = 'answered';
    },
    (error: { code: string }) => {
      state = error.code;
    },
  );
  return { state: () => state };
}

describe('the token of the address, which works once', () => {
  const TOKEN = 'x'.repeat(32);

  test('is kept while nobody answers', async () => {
    const page = await aPage({ isFrozen: true, hash: `#${TOKEN}` });
    for (let i = 0; i < 2; i++) {
      const call = watched(page.api['settings.read'](null));
      await page.connected();
      await vi.advanceTimersByTimeAsync(15_000);
      expect(call.state()).toBe('not-connected');
    }
    expect(page.secrets).toEqual([TOKEN, TOKEN]);
  });

  test('is given up for the key of an earlier page when it is refused', async () => {
    const page = await aPage({ isRefusing: true, hash: `#${TOKEN}` });
    for (let i = 0; i < 2; i++) await expect(page.api['settings.read'](null)).rejects.toThrow('not answer');
    expect(page.secrets).toEqual([TOKEN, 'a-key']);
  });
});

describe('a service that does not answer', () => {
  test('is given up while the connection is opened, and another one is tried with the next call', async () => {
    const page = await aPage({ isFrozen: true });
    const call = watched(page.api['settings.read'](null));
    await page.connected();
    await vi.advanceTimersByTimeAsync(14_000);
    expect(call.state()).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(call.state()).toBe('not-connected');
    const again = page.connected();
    void page.api['settings.read'](null).catch(() => undefined);
    await again;
  });

  test('is given up in a call', async () => {
    const page = await aPage();
    const call = watched(page.api['settings.read'](null));
    await page.hear(1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(call.state()).toBe('not-connected');
  });

  test('may be at something long, and whoever asks meanwhile waits in line', async () => {
    const page = await aPage();
    const info = page.api['app.info'](null);
    const settings = page.api['settings.read'](null);
    const [long, short] = [watched(info), watched(settings)];
    await page.hear(2);
    await vi.advanceTimersByTimeAsync(120_000);
    expect([long.state(), short.state()]).toEqual(['waiting', 'waiting']);
    page.answer('app.info', INFO);
    await expect(info).resolves.toEqual(INFO);
    page.answer('settings.read', DEFAULT_SETTINGS);
    await expect(settings).resolves.toEqual(DEFAULT_SETTINGS);
  });

  test('has its limit at something long as well', async () => {
    const page = await aPage();
    const [long, short] = [watched(page.api['backups.make'](null)), watched(page.api['settings.read'](null))];
    await page.hear(2);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(long.state()).toBe('not-connected');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(short.state()).toBe('not-connected');
  });
});
