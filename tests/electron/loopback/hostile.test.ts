import { on, once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIMITS, type Limits } from '../../../electron/loopback/limits.ts';
import { launchRequest } from '../../../electron/loopback/secondLaunch.ts';
import { type LoopbackOptions, type LoopbackServer, startLoopbackServer } from '../../../electron/loopback/server.ts';
import type { Api } from '../../../shared/contract/contract.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { tempFolder } from '../../support/tempFolder.ts';

/** What other programs and other pages on the machine may try, byte by byte. */

const SECRET = 'the-secret-of-this-launch';
const NONCE = 'N'.repeat(32);
const OUTSIDE = 'what lies beside the page';

interface Started extends LoopbackServer {
  /** How often a call reached the services. */
  calls(): number;
}

async function start(limits: Partial<Limits> = {}, options: Partial<LoopbackOptions> = {}): Promise<Started> {
  const folder = tempFolder();
  const pageFolder = join(folder, 'page');
  mkdirSync(join(pageFolder, 'assets'), { recursive: true });
  writeFileSync(join(pageFolder, 'index.html'), '<p>hello</p>');
  writeFileSync(join(pageFolder, 'assets/app.js'), 'x'.repeat(8_000_000));
  writeFileSync(join(folder, 'secret.js'), OUTSIDE);
  let calls = 0;
  const api = {
    'settings.read': async () => {
      calls += 1;
      return DEFAULT_SETTINGS;
    },
  } as unknown as Api;
  const server = await startLoopbackServer({
    ...{ api, pageFolder, port: 0, launchSecret: SECRET },
    limits: { ...LIMITS, ...limits },
    ...options,
  });
  onTestFinished(() => server.close());
  return { ...server, calls: () => calls };
}

function dial(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => {
    socket.destroy();
  });
  return socket;
}

/** Everything that is answered to these bytes, until the connection ends. */
async function say(port: number, bytes: string | Buffer): Promise<string> {
  const socket = dial(port);
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(parts).toString('latin1');
}

const ask = (port: number, path: string, ...headers: string[]): Promise<string> =>
  say(port, [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close', ...headers, '', ''].join('\r\n'));

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

describe('a path', () => {
  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/.%2e/secret.js',
    '/%252e%252e%252fsecret.js',
    '/%25%32%65%25%32%65%25%32%66secret.js',
    '/%c0%ae%c0%ae/secret.js',
    '/%u002e%u002e/secret.js',
    '/..%00/secret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '\\..\\secret.js',
    '/assets/app.js%00.html',
    '/assets/app.js/../../../secret.js',
    '//secret.js',
    '//127.0.0.1/c$/secret.js',
    '/%5c%5c127.0.0.1%5cc$%5csecret.js',
    '/C:/secret.js',
    '/C:%5csecret.js',
    '/file:///etc/passwd',
    'file:///etc/passwd',
    '/etc/passwd',
    '/assets',
    '/assets/',
    '/.',
    '/%',
  ])('%s leads nowhere', async (path) => {
    const { port } = await start();
    const answer = await ask(port, path);
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer.split('\r\n\r\n')[1] ?? '').toBe('');
    expect(answer).not.toContain(OUTSIDE);
  });
});

describe('a page of somebody else', () => {
  test.each([
    ['our address under its own name (DNS rebinding)', (port: number) => [`Host: rebound.example:${port}`]],
    ['no name at all', () => ['Host: ']],
    ['our number written another way', (port: number) => [`Host: 0x7f000001:${port}`]],
    ['a name that only begins like ours', (port: number) => [`Host: 127.0.0.1:${port}.evil.example`]],
    ['its own origin', (port: number) => [`Host: 127.0.0.1:${port}`, 'Origin: https://evil.example']],
    ['an origin without a name', (port: number) => [`Host: 127.0.0.1:${port}`, 'Origin: null']],
    ['another port of ours', (port: number) => [`Host: 127.0.0.1:${port}`, `Origin: http://127.0.0.1:${port + 1}`]],
    ['our origin, secured', (port: number) => [`Host: 127.0.0.1:${port}`, `Origin: https://127.0.0.1:${port}`]],
    [
      'a part of ours from another site',
      (port: number) => [`Host: 127.0.0.1:${port}`, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'],
    ],
    [
      'a part of ours from another port of the same machine',
      (port: number) => [`Host: localhost:${port}`, 'Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: no-cors'],
    ],
    [
      'our page in a frame',
      (port: number) => [
        `Host: 127.0.0.1:${port}`,
        'Sec-Fetch-Site: cross-site',
        'Sec-Fetch-Mode: navigate',
        'Sec-Fetch-Dest: iframe',
      ],
    ],
  ])('gets nothing for %s', async (_, headersOf) => {
    const { port } = await start();
    const lines = ['GET / HTTP/1.1', ...headersOf(port), 'Connection: close', '', ''];
    const answer = await say(port, lines.join('\r\n'));
    expect(statusOf(answer)).toBe(403);
    expect(answer).not.toContain('hello');
  });

  test('may link to ours', async () => {
    const { port } = await start();
    const opening = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];
    expect(await ask(port, '/', ...opening)).toContain('hello');
  });

  test('cannot post a form, nor ask for an address', async () => {
    const { port } = await start();
    const post = (path: string, ...headers: string[]): Promise<string> =>
      say(
        port,
        [`POST ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers, 'Connection: close', '', ''].join('\r\n'),
      );
    expect(statusOf(await post('/socket'))).toBe(405);
    expect(statusOf(await post('/new-address'))).toBe(403);
    const shown = `Authorization: ${launchRequest(SECRET, NONCE)}`;
    expect(statusOf(await post('/new-address', shown))).toBe(200);
    expect(statusOf(await post('/new-address', shown, 'Origin: https://evil.example'))).toBe(403);
    expect(statusOf(await post('/new-address', shown, 'Sec-Fetch-Site: same-site'))).toBe(403);
  });
});

describe('broken or hostile bytes', () => {
  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a TLS greeting', Buffer.from('16030100c8010000c40303', 'hex'), 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['a header without an end', `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'a'.repeat(20_000)}`, 431],
    ['another way to write HTTP', 'GET http://127.0.0.1/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n', 404],
    ['a body', 'POST /new-address HTTP/1.1\r\nHost: HOST\r\nContent-Length: 999999999\r\n\r\n', 413],
    ['a body in chunks', 'GET / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n', 413],
    ['a way through', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', 0],
  ])('%s is refused, and the page still comes', async (_, bytes, status) => {
    const { port } = await start();
    const named = typeof bytes === 'string' ? bytes.replace('HOST', `127.0.0.1:${port}`) : bytes;
    expect(statusOf(await say(port, named))).toBe(status);
    expect(await ask(port, '/')).toContain('hello');
  });

  test('a connection that is torn down in the middle ends nothing but itself', async () => {
    const { port } = await start();
    const get = `GET /assets/app.js HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`;
    const knock = `GET /socket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    // Whether the answer or the end comes first is a matter of luck, so it is tried again and again.
    for (let i = 0; i < 40; i++) {
      const socket = dial(port);
      await once(socket, 'connect');
      const bytes = [knock, `${knock}${'x'.repeat(100_000)}`, get, `${get}\r\n`][i % 4] ?? '';
      socket.write(bytes, () => setImmediate(() => socket.resetAndDestroy()));
      await once(socket, 'close');
    }
    expect(await ask(port, '/')).toContain('hello');
  });
});

describe('a slow client is cut off', () => {
  test.each([
    ['that says nothing', ''],
    ['that never ends its headers', 'GET / HTTP/1.1\r\nX-Drip: '],
  ])('%s', async (_, bytes) => {
    const { port } = await start({ headersWithinMs: 100, requestWithinMs: 200 });
    const socket = dial(port);
    socket.write(bytes);
    socket.resume();
    await once(socket, 'close');
    expect(await ask(port, '/')).toContain('hello');
  });

  test('that takes nothing of what it asked for', async () => {
    const { port } = await start({ silentMs: 100 });
    const socket = dial(port);
    socket.write(`GET /assets/app.js HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    await once(socket, 'readable');
    // Both ends are in this process; the server closes its own.
    const held = ends();
    while (ends() >= held) await new Promise(setImmediate);
    expect(socket.bytesRead).toBeLessThan(8_000_000);
  });

  test('that was refused a socket and keeps its own end open', async () => {
    const { port } = await start();
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    socket.on('error', () => undefined);
    socket.write(
      `GET /socket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    socket.resume();
    await once(socket, 'end');
    // Nobody is there any more, so that writing on fails.
    const writing = setInterval(() => socket.write('x'), 5);
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    clearInterval(writing);
    expect(['EPIPE', 'ECONNRESET', 'ECONNABORTED']).toContain(error.code);
  });

  test('that holds more connections than a browser needs loses the oldest, and keeps nobody out', async () => {
    const server = await start({ connections: 3 });
    const visitor = await enter(server);
    const held = Array.from({ length: 5 }, () => dial(server.port));
    const [first, second] = held.map((socket) => once(socket.resume(), 'close'));
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    await Promise.all([first, second]);
    expect(await ask(server.port, '/')).toContain('hello');
    // The page that was let in is not one of them.
    visitor.socket.send(CALL);
    expect(await visitor.next()).toMatchObject({ outcome: { ok: true } });
  });
});

/** How many ends of connections this process holds. */
function ends(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

interface Visitor {
  readonly socket: WebSocket;
  /** The next message; null once the socket is closed. */
  next(): Promise<unknown>;
}

async function enter(server: LoopbackServer): Promise<Visitor> {
  const token = new URL(server.newAddress()).hash.slice(1);
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, ['soleus', token], {
    origin: `http://127.0.0.1:${server.port}`,
  });
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  const messages = on(socket, 'message', { close: ['close'] });
  const next = async (): Promise<unknown> => {
    const { value, done } = await messages.next();
    return done ? null : JSON.parse(String((value as unknown[])[0]));
  };
  await next();
  return { socket, next };
}

const CALL = JSON.stringify({ id: 1, name: 'settings.read', request: null });
const closed = async ({ socket }: Visitor): Promise<number> => ((await once(socket, 'close')) as [number])[0];

describe('a page that was let in', () => {
  test.each<[string, string | Buffer, number]>([
    ['no JSON', '{"id":', 1008],
    ['JSON of another kind', '[1,2,3]', 1008],
    ['a field too many', JSON.stringify({ id: 1, name: 'settings.read', request: null, as: 'root' }), 1008],
    ['a number that is none', JSON.stringify({ id: -1, name: 'settings.read', request: null }), 1008],
    ['bytes instead of text', Buffer.from(CALL), 1008],
    ['more than fits', `"${'a'.repeat(3000)}"`, 1009],
  ])('is closed for %s, and what it sends after that is not heard', async (_, message, code) => {
    const server = await start({ messageBytes: 2000 });
    const visitor = await enter(server);
    visitor.socket.send(message);
    visitor.socket.send(CALL);
    expect(await closed(visitor)).toBe(code);
    expect(server.calls()).toBe(0);
  });

  test('is closed when it calls faster than anybody needs; a second later it may again', async () => {
    let nowMs = 0;
    const server = await start({ callsASecond: 5 }, { nowMs: () => nowMs });
    const first = await enter(server);
    for (let i = 0; i < 5; i++) first.socket.send(CALL);
    for (let i = 0; i < 5; i++) expect(await first.next()).toMatchObject({ outcome: { ok: true } });
    nowMs += 1000;
    for (let i = 0; i < 8; i++) first.socket.send(CALL);
    expect(await closed(first)).toBe(1013);
    expect(server.calls()).toBe(10);
    expect(await (await callFrom(server)).next()).toMatchObject({ outcome: { ok: true } });
  });

  test('is one of a few', async () => {
    const server = await start({ sockets: 2 });
    await enter(server);
    await enter(server);
    expect(await knock(server)).toBe(503);
  });
});

describe('a program of another account of this machine', () => {
  test('gets no socket, though it has read the token', async () => {
    const server = await start({}, { isStranger: () => true });
    expect(await knock(server)).toBe(403);
  });

  test('gets no address, though it has read the secret', async () => {
    const { port } = await start({}, { isStranger: () => true });
    const asked = [
      'POST /new-address HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Authorization: ${launchRequest(SECRET, NONCE)}`,
    ];
    expect(statusOf(await say(port, [...asked, '', ''].join('\r\n')))).toBe(403);
  });
});

/** The status that a right request for a socket is answered with. */
async function knock(server: LoopbackServer): Promise<number> {
  const token = new URL(server.newAddress()).hash.slice(1);
  const key = Buffer.alloc(16).toString('base64');
  const lines = [
    'GET /socket HTTP/1.1',
    `Host: 127.0.0.1:${server.port}`,
    `Origin: http://127.0.0.1:${server.port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
    `Sec-WebSocket-Protocol: soleus, ${token}`,
  ];
  return statusOf(await say(server.port, [...lines, '', ''].join('\r\n')));
}

async function callFrom(server: LoopbackServer): Promise<Visitor> {
  const visitor = await enter(server);
  visitor.socket.send(CALL);
  return visitor;
}
