import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Api, answerCall } from '../../shared/contract/contract.ts';
import {
  SOCKET_PATH,
  SOCKET_PROTOCOL,
  type SocketMessage,
  type SocketRequest,
  socketRequestSchema,
} from '../../shared/contract/socket.ts';
import { createRate } from '../rate.ts';
import { findPageFile, PAGE_HEADERS } from '../services/pageFiles.ts';
import { addressOf, LOOPBACK } from './address.ts';
import { LIMITS, type Limits } from './limits.ts';
import { isOtherAccount } from './peer.ts';
import { launchAnswer, NEW_ADDRESS_PATH, nonceOf } from './secondLaunch.ts';
import { createTokens } from './tokens.ts';

/**
 * Serves the page and its calls to a browser on this machine, and to nobody else: it listens on 127.0.0.1, answers only
 * to its own name (no DNS rebinding), and opens a socket only for its own page with a token.
 */
export interface LoopbackServer {
  readonly port: number;
  /** An address with a fresh one-time token. */
  newAddress(): string;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly api: Api;
  readonly pageFolder: string;
  readonly port: number;
  /** Whoever knows this may ask for a new address: a second launch of the app by the same person. */
  readonly launchSecret: string;
  readonly limits?: Limits;
  /** Ever rising time in ms, for the rate of calls. */
  readonly nowMs?: () => number;
  /** Whether a connection is another account's. */
  readonly isStranger?: (connection: Socket) => boolean;
}

/** Slow clients are looked for this often; Node's own choice is 30 s. */
const LOOK_FOR_SLOW_EVERY_MS = 500;

/** @throws the listener's error, with code EADDRINUSE when the port is taken */
export async function startLoopbackServer({
  api,
  pageFolder,
  port,
  launchSecret,
  limits = LIMITS,
  nowMs = () => performance.now(),
  isStranger = isOtherAccount,
}: LoopbackOptions): Promise<LoopbackServer> {
  const tokens = createTokens();
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersWithinMs,
    requestTimeout: limits.requestWithinMs,
    connectionsCheckingInterval: Math.min(LOOK_FOR_SLOW_EVERY_MS, limits.headersWithinMs),
  });
  server.setTimeout(limits.silentMs);
  /** The oldest first, without those that were let in as sockets. */
  const waiting = new Set<Duplex>();
  server.on('connection', (connection) => {
    waiting.add(connection);
    connection.once('close', () => waiting.delete(connection));
    const [oldest] = waiting;
    // Whoever holds many, slowly, keeps nobody else out: theirs are the oldest.
    if (waiting.size > limits.connections) oldest?.destroy();
  });
  await listen(server, port);
  const own = (server.address() as AddressInfo).port;
  const hosts = [`${LOOPBACK}:${own}`, `localhost:${own}`];
  const isOwnHost = (request: IncomingMessage): boolean => hosts.includes(request.headers.host ?? '');
  const isOwnOrigin = (request: IncomingMessage): boolean =>
    hosts.some((host) => request.headers.origin === `http://${host}`);
  const newAddress = (): string => addressOf(own, tokens.issue());

  server.on('request', (request, response) => {
    const isForeign = request.headers.origin !== undefined && !isOwnOrigin(request);
    if (!isOwnHost(request) || isForeign || isFromOtherSite(request)) refuse(response, 403);
    else if (hasBody(request)) refuse(response, 413);
    else if (request.url === NEW_ADDRESS_PATH && request.method === 'POST') {
      const nonce = nonceOf(launchSecret, request.headers.authorization);
      if (nonce === null || isStranger(request.socket)) refuse(response, 403);
      else {
        response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'text/plain' });
        response.end(launchAnswer(launchSecret, nonce, newAddress()));
      }
    } else if (request.method === 'GET' || request.method === 'HEAD') servePage(pageFolder, request, response);
    else refuse(response, 405);
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(SOCKET_PROTOCOL) ? SOCKET_PROTOCOL : false),
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on Node looks after it no more, and an error that nobody hears ends the process.
    socket.on('error', () => socket.destroy());
    const [protocol, shown] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
    const allowed =
      isOwnHost(request) && isOwnOrigin(request) && request.url === SOCKET_PATH && protocol === SOCKET_PROTOCOL;
    if (allowed && sockets.clients.size >= limits.sockets) return refuseUpgrade(socket, '503 Service Unavailable');
    const key = allowed && shown && !isStranger(request.socket) ? tokens.admit(shown) : null;
    if (!key) return refuseUpgrade(socket, '403 Forbidden');
    waiting.delete(socket);
    const mayCall = createRate(limits.callsASecond, nowMs);
    sockets.handleUpgrade(request, socket, head, (webSocket) => serveCalls(api, webSocket, { key, mayCall, limits }));
  });

  return {
    port: own,
    newAddress,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

interface Visit {
  readonly key: string;
  readonly mayCall: () => boolean;
  readonly limits: Limits;
}

function serveCalls(api: Api, socket: WebSocket, { key, mayCall, limits }: Visit): void {
  const send = (message: SocketMessage): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > limits.waitingBytes) socket.terminate();
    else socket.send(JSON.stringify(message));
  };
  send({ key });
  socket.on('message', async (data, isBinary) => {
    // What was sent on after a refusal is not listened to.
    if (socket.readyState !== socket.OPEN) return;
    if (!mayCall()) {
      socket.close(1013, 'too many calls');
      return;
    }
    const message = isBinary ? null : parseRequest(data.toString());
    if (message) send({ id: message.id, outcome: await answerCall(api, message.name, message.request) });
    else socket.close(1008, 'not a request');
  });
  socket.on('error', () => socket.terminate());
}

function parseRequest(text: string): SocketRequest | null {
  try {
    return socketRequestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function servePage(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const file = findPageFile(folder, (request.url ?? '/').split(/[?#]/)[0] ?? '/');
  if (!file) {
    refuse(response, 404);
    return;
  }
  // Built files carry a hash in their name, all but the page itself.
  const caching = file.path.endsWith('.html') ? 'no-store' : 'private, max-age=31536000, immutable';
  response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': file.contentType, 'Cache-Control': caching });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

function refuse(response: ServerResponse, status: 403 | 404 | 405 | 413): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'Content-Length': 0, Connection: 'close' }).end();
}

/** Ends the connection for good: a client that keeps its own end open must not keep ours. */
function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/**
 * Whether another page asks, as the browser itself says: for a part of ours, or for what only our page asks for. To open the
 * page is everyone's right; it holds nothing until it shows a token.
 */
function isFromOtherSite({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  const opensPage = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return site !== 'same-origin' && site !== 'none' && !opensPage;
}

/** Nothing that is asked for here needs one. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
