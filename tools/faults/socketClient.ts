import { WebSocket } from 'ws';
import { type Api, CallError, createClient } from '../../shared/contract/contract.ts';
import { SOCKET_PATH, SOCKET_PROTOCOL, socketMessageSchema } from '../../shared/contract/socket.ts';

/** A page's end of the browser host's socket, without a page. */
export interface SocketClient {
  readonly api: Api;
  close(): void;
}

/** @param address as the host prints it, with its token */
export async function openSocketClient(address: string): Promise<SocketClient> {
  const { host, hash } = new URL(address);
  const socket = new WebSocket(`ws://${host}${SOCKET_PATH}`, [SOCKET_PROTOCOL, hash.slice(1)], {
    origin: `http://${host}`,
  });
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  let nextId = 0;
  const greeted = Promise.withResolvers<void>();
  const lose = (): void => {
    const error = new CallError('not-connected', 'The connection was lost.');
    greeted.reject(error);
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  socket.on('message', (data) => {
    const message = socketMessageSchema.parse(JSON.parse(data.toString()));
    if ('key' in message) greeted.resolve();
    else pending.get(message.id)?.resolve(message.outcome);
  });
  socket.on('close', lose);
  socket.on('error', lose);
  await greeted.promise;
  const api = createClient((name, request) => {
    const answer = Promise.withResolvers<unknown>();
    const id = nextId++;
    if (socket.readyState !== WebSocket.OPEN) {
      return Promise.reject(new CallError('not-connected', 'The connection is closed.'));
    }
    pending.set(id, answer);
    socket.send(JSON.stringify({ id, name, request }));
    return answer.promise.finally(() => pending.delete(id));
  });
  return { api, close: () => socket.terminate() };
}
