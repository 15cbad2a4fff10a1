import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
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
import { findPageFile, PAGE_HEADERS } from '../services/pageFiles.ts';
import { createTokens, sameSecret } from './tokens.ts';

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
  /** Whoever shows this may ask for a new address: a second launch of the app by the same person. */
  readonly launchSecret: string;
}

export const LOOPBACK = '127.0.0.1';
export const NEW_ADDRESS_PATH = '/new-address';
/** A trace of the longest set that is kept (20 minutes at 30 frames a second) is about 90 MB of text. */
const MOST_MESSAGE_BYTES = 110_000_000;

/** @throws the listener's error, with code EADDRINUSE when the port is taken */
export async function startLoopbackServer({
  api,
  pageFolder,
  port,
  launchSecret,
}: LoopbackOptions): Promise<LoopbackServer> {
  const tokens = createTokens();
  const server = createServer();
  await listen(server, port);
  const own = (server.address() as AddressInfo).port;
  const hosts = [`${LOOPBACK}:${own}`, `localhost:${own}`];
  const isOwnHost = (request: IncomingMessage): boolean => hosts.includes(request.headers.host ?? '');
  const isOwnOrigin = (request: IncomingMessage): boolean =>
    hosts.some((host) => request.headers.origin === `http://${host}`);
  const newAddress = (): string => `http://${LOOPBACK}:${own}/#${tokens.issue()}`;

  server.on('request', (request, response) => {
    if (!isOwnHost(request) || (request.headers.origin !== undefined && !isOwnOrigin(request))) refuse(response, 403);
    else if (request.url === NEW_ADDRESS_PATH && request.method === 'POST') {
      const shown = request.headers.authorization ?? '';
      if (!sameSecret(shown, `Bearer ${launchSecret}`)) refuse(response, 403);
      else response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'text/plain' }).end(newAddress());
    } else if (request.method === 'GET' || request.method === 'HEAD') servePage(pageFolder, request, response);
    else refuse(response, 405);
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(SOCKET_PROTOCOL) ? SOCKET_PROTOCOL : false),
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [protocol, shown] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
    const allowed =
      isOwnHost(request) && isOwnOrigin(request) && request.url === SOCKET_PATH && protocol === SOCKET_PROTOCOL;
    const key = allowed && shown ? tokens.admit(shown) : null;
    if (!key) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => serveCalls(api, webSocket, key));
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

function serveCalls(api: Api, socket: WebSocket, key: string): void {
  const send = (message: SocketMessage): void => socket.send(JSON.stringify(message));
  send({ key });
  socket.on('message', async (data) => {
    const message = parseRequest(data.toString());
    if (!message) {
      socket.close(1008, 'not a request');
      return;
    }
    const outcome = await answerCall(api, message.name, message.request);
    if (socket.readyState === socket.OPEN) send({ id: message.id, outcome });
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

function refuse(response: ServerResponse, status: 403 | 404 | 405): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'Content-Length': 0 }).end();
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
