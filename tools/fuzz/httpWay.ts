import { once } from 'node:events';
import { connect } from 'node:net';
import * as fc from 'fast-check';
import { refused, type Tally } from './tally.ts';
import type { Target } from './target.ts';
import { anyText } from './texts.ts';
import { Broken } from './verdict.ts';

/** Bytes from other programs and other pages: requests for files, addresses and sockets, none of which has the right to more than the page. */

const AT_THE_SAME_TIME = 20;
/** An answer that has begun is there after this; its connection may be meant to stay. */
const ANSWER_MS = 20;
/** Refusals of ours and of Node's; 0 where the connection is only ended. */
const REFUSALS: readonly number[] = [0, 400, 403, 404, 405, 408, 413, 414, 417, 431, 501, 505];

export async function fuzzHttp(target: Target, seed: number, count: number, tally: Tally): Promise<void> {
  const all = fc.sample(requests(target), { seed, numRuns: count });
  const before = target.kept();
  for (let i = 0; i < all.length; i += AT_THE_SAME_TIME) {
    const some = all.slice(i, i + AT_THE_SAME_TIME);
    await Promise.all(
      some.map((bytes, n) => (n % 5 === 0 ? tearDown(target, bytes, tally) : say(target, bytes, tally))),
    );
  }
  if (target.kept() !== before) throw new Broken('Something was written for a request.');
}

function requests({ server, launchSecret }: Target): fc.Arbitrary<Buffer> {
  const own = `127.0.0.1:${server.port}`;
  const pieces = [
    '..',
    '.',
    '%2e%2e',
    '%252e',
    '%00',
    '\\',
    '%5c',
    '/',
    '//',
    'secret.js',
    'index.html',
    'assets',
    '%',
    'C:',
    '?',
    '#',
    '\0',
    '%c0%ae',
    '~',
  ];
  const steps = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '.%2e/',
    '..\\',
    '..%5c',
    '%252e%252e%252f',
    '..%00/',
    '..//',
    './../',
  ];
  const climb = fc
    .array(fc.constantFrom(...steps), { minLength: 1, maxLength: 2 })
    .map((ups) => `/${ups.join('')}secret.js`);
  const path = fc.oneof(
    { weight: 2, arbitrary: climb },
    {
      weight: 6,
      arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => `/${parts.join('')}`),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '/',
        '/socket',
        '/new-address',
        '*',
        'http://evil.example/',
        `http://${own}/secret.js`,
      ),
    },
    { weight: 1, arbitrary: fc.webUrl() },
    { weight: 1, arbitrary: anyText({ maxLength: 50 }) },
  );
  const method = fc.constantFrom(
    'GET',
    'GET',
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'OPTIONS',
    'CONNECT',
    'TRACE',
    'PRI',
    'get',
    'G\0T',
  );
  const version = fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', '');
  const host = fc.constantFrom(
    own,
    own,
    own,
    `localhost:${server.port}`,
    'evil.example',
    '',
    `${own}.evil.example`,
    `${own}@evil.example`,
  );
  const secret = fc.constantFrom(
    'soleus, none',
    'soleus',
    `soleus, ${'A'.repeat(32)}`,
    `soleus, ${launchSecret}`,
    'other, x',
    ',,,',
  );
  const header = fc.oneof(
    host.map((name) => `Host: ${name}`),
    fc
      .constantFrom(`http://${own}`, 'null', 'https://evil.example', `https://${own}`)
      .map((origin) => `Origin: ${origin}`),
    fc.constantFrom('cross-site', 'same-site', 'same-origin', 'none', '').map((site) => `Sec-Fetch-Site: ${site}`),
    fc.constantFrom('Connection: Upgrade', 'Upgrade: websocket', 'Upgrade: h2c', 'Connection: keep-alive'),
    fc.constantFrom('Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`),
    secret.map((protocol) => `Sec-WebSocket-Protocol: ${protocol}`),
    fc.constantFrom(
      'Content-Length: 5',
      'Content-Length: -1',
      'Content-Length: 1e9',
      'Transfer-Encoding: chunked',
      'Expect: 100-continue',
    ),
    fc.constantFrom(
      'Authorization: Bearer guess',
      `Authorization: Soleus ${'A'.repeat(32)} ${'A'.repeat(43)}`,
      'Authorization: Basic Og==',
      'Cookie: key=none',
      'Range: bytes=0-99999999999',
    ),
    fc.tuple(fc.string({ maxLength: 20 }), anyText({ maxLength: 50 })).map(([name, value]) => `${name}: ${value}`),
    fc.constant(`X: ${'a'.repeat(10_000)}`),
  );
  const ending = fc.constantFrom('\r\n\r\n', '\r\n\r\n', '\r\n\r\n', '\n\n', '\r\n', '', '\r\n\r\nhello');
  const upgrade = fc
    .tuple(
      host,
      secret,
      fc.constantFrom(`http://${own}`, 'https://evil.example', 'null'),
      fc.constantFrom('/socket', '/', '/socket?x'),
    )
    .map(([name, protocol, origin, to]) =>
      [
        ...[`GET ${to} HTTP/1.1`, `Host: ${name}`, `Origin: ${origin}`, 'Connection: Upgrade', 'Upgrade: websocket'],
        ...['Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`],
        ...[`Sec-WebSocket-Protocol: ${protocol}`, '', ''],
      ].join('\r\n'),
    );
  const request = fc
    .tuple(
      method,
      path,
      version,
      fc.option(host.map((name) => `Host: ${name}`)),
      fc.array(header, { maxLength: 6 }),
      ending,
    )
    .map(
      ([verb, to, kind, name, headers, end]) =>
        [`${verb} ${to} ${kind}`, ...(name ? [name] : []), ...headers].join('\r\n') + end,
    );
  // Right but for the path.
  const climbing = climb.map((to) => `GET ${to} HTTP/1.1\r\nHost: ${own}\r\nConnection: close\r\n\r\n`);
  return fc.oneof(
    { weight: 2, arbitrary: climbing.map((text) => Buffer.from(text, 'latin1')) },
    { weight: 7, arbitrary: request.map((text) => Buffer.from(text, 'latin1')) },
    { weight: 2, arbitrary: upgrade.map((text) => Buffer.from(text, 'latin1')) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
  );
}

async function say({ server, outside }: Target, bytes: Buffer, tally: Tally): Promise<void> {
  const socket = connect(server.port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('error', () => undefined);
  // What is never finished would be waited for; an answer that has begun is taken whole.
  const isWhole = /\r?\n\r?\n/.test(bytes.toString('latin1'));
  if (isWhole) socket.write(bytes);
  else socket.end(bytes);
  socket.on('data', (part) => {
    if (parts.push(part) === 1) setTimeout(() => socket.end(), ANSWER_MS);
  });
  await once(socket, 'close').catch(() => undefined);
  const answer = Buffer.concat(parts).toString('latin1');
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
  const isPage = status === 200 && (answer.includes('<p>hello</p>') || bytes.toString('latin1').startsWith('HEAD'));
  if (answer.includes(outside)) throw new Broken(`It got out what lies beside the page: ${bytes.toString('latin1')}`);
  if (!isPage && status !== 100 && !REFUSALS.includes(status)) {
    throw new Broken(`It was answered with ${status}: ${bytes.toString('latin1')}`);
  }
  refused(tally);
}

/** Ends the connection as hard as it goes, before the answer is there or while it comes. */
async function tearDown({ server }: Target, bytes: Buffer, tally: Tally): Promise<void> {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(bytes, () => setImmediate(() => socket.resetAndDestroy()));
  await once(socket, 'close').catch(() => undefined);
  refused(tally);
}
