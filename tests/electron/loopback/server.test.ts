import { on, once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { askRunningHost, leaveNote, removeNote } from '../../../electron/loopback/runningHost.ts';
import { addressIn, launchAnswer, launchRequest } from '../../../electron/loopback/secondLaunch.ts';
import { type LoopbackServer, startLoopbackServer } from '../../../electron/loopback/server.ts';
import type { Api } from '../../../shared/contract/contract.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const API = { 'settings.read': async () => DEFAULT_SETTINGS } as unknown as Api;
const SECRET = 'launch-secret';
const NONCE = 'N'.repeat(32);
/** Windows keeps files apart by folder, not by mode bits. */
const isWindows = process.platform === 'win32';

async function start(port = 0): Promise<LoopbackServer> {
  const pageFolder = tempFolder();
  mkdirSync(join(pageFolder, 'assets'));
  writeFileSync(join(pageFolder, 'index.html'), '<p>hello</p>');
  writeFileSync(join(pageFolder, 'assets/app-1a2b.js'), '1');
  const server = await startLoopbackServer({ api: API, pageFolder, port, launchSecret: SECRET });
  onTestFinished(() => server.close());
  return server;
}

function get(port: number, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { Host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        let body = '';
        response.on('data', (data) => {
          body += data;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
      },
    );
    asked.on('error', reject).end();
  });
}

interface Knock {
  readonly token: string;
  readonly origin?: string;
  readonly host?: string;
  readonly path?: string;
}

/** Opens a socket as a page would; answers with the status of a refusal. Messages wait until they are asked for. */
async function knock(port: number, { token, origin, host, path = '/socket' }: Knock): Promise<Visitor | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, ['soleus', token], {
    headers: { Host: host ?? `127.0.0.1:${port}` },
    origin: origin ?? `http://127.0.0.1:${port}`,
  });
  onTestFinished(() => socket.terminate());
  const messages = on(socket, 'message');
  const next = async (): Promise<unknown> => JSON.parse(String(((await messages.next()).value as unknown[])[0]));
  return new Promise((resolve) => {
    socket.on('open', () => resolve({ socket, next }));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

interface Visitor {
  readonly socket: WebSocket;
  /** The next message, parsed. */
  next(): Promise<unknown>;
}

/** A page that was let in. */
async function enter(server: LoopbackServer, token = tokenOf(server)): Promise<Visitor> {
  const visitor = await knock(server.port, { token });
  if (typeof visitor === 'number') throw new Error(`refused with ${visitor}`);
  return visitor;
}

function tokenOf(server: LoopbackServer): string {
  return new URL(server.newAddress()).hash.slice(1);
}

describe('files over loopback', () => {
  test('come with the policy on every response', async () => {
    const { port } = await start();
    for (const path of ['/', '/assets/app-1a2b.js', '/missing.js']) {
      const { headers } = await get(port, path);
      expect(headers['content-security-policy'], path).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-dns-prefetch-control']).toBe('off');
    }
  });

  test('the page is never kept, its hashed parts are', async () => {
    const { port } = await start();
    expect((await get(port, '/')).headers['cache-control']).toBe('no-store');
    expect((await get(port, '/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable');
  });

  test.each([
    ['a foreign host', { Host: 'evil.example' }],
    ['a host that only resolves to us', { Host: 'rebound.example:80' }],
    ['our name with another port', { Host: '127.0.0.1:1' }],
    ['a foreign origin', { Origin: 'https://evil.example' }],
  ])('%s gets nothing', async (_, headers) => {
    const { port } = await start();
    expect(await get(port, '/', headers as Record<string, string>)).toMatchObject({ status: 403, body: '' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    const { port } = await start();
    expect(await get(port, '/', {}, method)).toMatchObject({ status: 405, body: '' });
  });

  test('a path out of the folder is nothing', async () => {
    const { port } = await start();
    expect((await get(port, '/..%2f..%2fetc/passwd')).status).toBe(404);
  });

  test('only this machine can connect', async () => {
    const { port } = await start();
    const socket = connect({ host: '::1', port });
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(['ECONNREFUSED', 'EADDRNOTAVAIL', 'ENETUNREACH']).toContain(error.code);
  });
});

describe('the socket', () => {
  test('answers the calls of a page with a token', async () => {
    const server = await start();
    const { socket, next } = await enter(server);
    expect(await next()).toHaveProperty('key');
    socket.send(JSON.stringify({ id: 7, name: 'settings.read', request: null }));
    expect(await next()).toEqual({ id: 7, outcome: { ok: true, answer: DEFAULT_SETTINGS } });
    socket.send(JSON.stringify({ id: 8, name: 'history.wipe', request: null }));
    expect(await next()).toMatchObject({ id: 8, outcome: { ok: false, code: 'bad-request' } });
  });

  test('a token works once; the key it gave works again', async () => {
    const server = await start();
    const token = tokenOf(server);
    const { key } = (await (await enter(server, token)).next()) as { key: string };
    expect(await knock(server.port, { token })).toBe(403);
    expect(await (await enter(server, key)).next()).toEqual({ key });
  });

  test.each<[string, Partial<Knock>]>([
    ['no token', { token: 'none' }],
    ['a wrong token', { token: 'A'.repeat(32) }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['a foreign host', { host: 'evil.example' }],
    ['another path', { path: '/other' }],
  ])('%s gets nothing', async (_, change) => {
    const server = await start();
    expect(await knock(server.port, { token: tokenOf(server), ...change })).toBe(403);
  });

  test('what is no request closes it', async () => {
    const server = await start();
    const { socket, next } = await enter(server);
    await next();
    socket.send('{"hello":');
    expect((await once(socket, 'close'))[0]).toBe(1008);
  });
});

describe('a second launch', () => {
  test('gets a new address from the first', async () => {
    const server = await start();
    const folder = tempFolder();
    leaveNote(folder, { port: server.port, launchSecret: SECRET });
    const address = await askRunningHost(folder);
    expect(address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${server.port}/#[\\w-]{32}$`));
    expect(await (await enter(server, new URL(address ?? '').hash.slice(1))).next()).toHaveProperty('key');
  });

  test.skipIf(isWindows)('only the person’s own account can read the note', () => {
    const folder = tempFolder();
    leaveNote(folder, { port: 1, launchSecret: SECRET });
    expect(statSync(join(folder, 'browser-host.json')).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, 'browser-host.json'), 'utf8')).toContain(SECRET);
  });

  test('starts afresh when the first is gone, or never was', async () => {
    const folder = tempFolder();
    expect(await askRunningHost(folder)).toBeNull();
    leaveNote(folder, { port: 9, launchSecret: SECRET });
    expect(await askRunningHost(folder)).toBeNull();
    removeNote(folder);
    expect(await askRunningHost(folder)).toBeNull();
  });

  test.each([
    ['another secret', launchRequest('guess', NONCE)],
    ['the secret itself', `Bearer ${SECRET}`],
    ['a proof of another nonce', launchRequest(SECRET, NONCE).replace(NONCE, 'B'.repeat(32))],
    ['no nonce', launchRequest(SECRET, '')],
    ['no proof', `Soleus ${NONCE}`],
    ['nothing', ''],
  ])('with %s there is no address', async (_, authorization) => {
    const { port } = await start();
    const answer = await get(port, '/new-address', { Authorization: authorization }, 'POST');
    expect(answer).toMatchObject({ status: 403, body: '' });
  });
});

describe('somebody else who got the port of a host that is gone', () => {
  const own = (port: number): string => `http://127.0.0.1:${port}/#${'A'.repeat(32)}`;

  test.each<[string, (response: ServerResponse, port: number) => void]>([
    ['an address without a proof', (response, port) => response.end(own(port))],
    ['an address with a proof of another secret', (r, port) => r.end(launchAnswer('guess', NONCE, own(port)))],
    ['a file with what a shell would run', (response) => response.end('file:///tmp/evil&calc')],
    ['an old answer', (r, port) => r.end(launchAnswer(SECRET, NONCE, own(port)))],
    ['a way elsewhere', (response) => response.writeHead(307, { Location: '/elsewhere' }).end()],
    ['an error', (response) => response.writeHead(500).end()],
    ['nothing', (response) => response.destroy()],
    ['silence', (response) => response.writeHead(200).write('http://')],
    ['more and more', (response) => pour(response)],
  ])('who answers with %s is not believed, and has heard no secret', async (_, answer) => {
    let heard = '';
    const impostor = createServer((asked, response) => {
      heard = JSON.stringify([asked.url, asked.rawHeaders]);
      answer(response, (impostor.address() as AddressInfo).port);
    });
    impostor.listen(0, '127.0.0.1');
    await once(impostor, 'listening');
    onTestFinished(() => {
      impostor.close();
      impostor.closeAllConnections();
    });
    const folder = tempFolder();
    leaveNote(folder, { port: (impostor.address() as AddressInfo).port, launchSecret: SECRET });
    expect(await askRunningHost(folder, 300)).toBeNull();
    expect(heard).toContain('/new-address');
    expect(heard).not.toContain(SECRET);
  });

  test('who hands the question on to another host gets an address that is not believed', async () => {
    const { port: real } = await start();
    const impostor = createServer(async (asked, response) => {
      const headers = { Authorization: asked.headers.authorization ?? '' };
      response.end((await get(real, '/new-address', headers, 'POST')).body);
    });
    impostor.listen(0, '127.0.0.1');
    await once(impostor, 'listening');
    onTestFinished(() => {
      impostor.close();
    });
    const folder = tempFolder();
    leaveNote(folder, { port: (impostor.address() as AddressInfo).port, launchSecret: SECRET });
    expect(await askRunningHost(folder)).toBeNull();
  });
});

test.each([
  ['another port', `http://127.0.0.1:7654/#${'A'.repeat(32)}`],
  ['another machine', `http://evil.example:7653/#${'A'.repeat(32)}`],
  ['no token', 'http://127.0.0.1:7653/'],
  ['a token that is none', `http://127.0.0.1:7653/#${'&'.repeat(32)}`],
  ['a command behind it', `http://127.0.0.1:7653/#${'A'.repeat(32)}\ncalc`],
])('an address with %s is none, whoever says it', (_, address) => {
  expect(addressIn(SECRET, NONCE, 7653, launchAnswer(SECRET, NONCE, address))).toBeNull();
});

/** Writes on for as long as anybody takes it. */
function pour(response: ServerResponse): void {
  const more = (): void => {
    if (response.write('x'.repeat(100_000))) setImmediate(more);
    else response.once('drain', more);
  };
  more();
}

test('a taken port is an error with its code', async () => {
  const { port } = await start();
  await expect(start(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
