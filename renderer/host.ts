import { BRIDGE_NAME, type Bridge } from '../shared/contract/bridge.ts';
import { type Api, CallError, createClient, type Transport } from '../shared/contract/contract.ts';
import { SOCKET_PATH, SOCKET_PROTOCOL, type SocketRequest, socketMessageSchema } from '../shared/contract/socket.ts';

/** The desktop app hands this to its pages. */
const bridgeOfApp = (): Bridge | undefined => (globalThis as { [BRIDGE_NAME]?: Bridge })[BRIDGE_NAME];

/** Whether this is the desktop app's own window, and no browser. */
export function isInApp(): boolean {
  return bridgeOfApp() !== undefined;
}

/** The only place that knows how calls reach the services: the desktop's bridge, or the browser host's socket. */
export function connectHost(): Api {
  const bridge = bridgeOfApp();
  return createClient(bridge ? (name, request) => bridge.call(name, request) : socketTransport());
}

const KEY = 'soleus-key';
const ANSWER_WITHIN_MS = 15_000;

interface Pending {
  readonly resolve: (outcome: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One socket, opened at the first call and again after it was lost. */
function socketTransport(): Transport {
  const pending = new Map<number, Pending>();
  let opening: Promise<WebSocket> | null = null;
  let nextId = 0;

  const lose = (): void => {
    opening = null;
    for (const { reject } of pending.values()) reject(new CallError('not-connected', 'The connection was lost.'));
    pending.clear();
  };
  const open = (): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${location.host}${SOCKET_PATH}`, [SOCKET_PROTOCOL, secret()]);
      socket.onmessage = ({ data }) => {
        const message = socketMessageSchema.safeParse(JSON.parse(String(data)));
        if (!message.success) return;
        if ('key' in message.data) {
          sessionStorage.setItem(KEY, message.data.key);
          resolve(socket);
          return;
        }
        pending.get(message.data.id)?.resolve(message.data.outcome);
        pending.delete(message.data.id);
      };
      socket.onclose = () => {
        lose();
        reject(new CallError('not-connected', 'The service does not answer.'));
      };
    });

  return async (name, request) => {
    opening ??= open();
    const socket = await opening;
    const id = nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        pending.delete(id);
        reject(new CallError('not-connected', `${name} was not answered.`));
      }, ANSWER_WITHIN_MS);
      const settle =
        <T>(how: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          how(value);
        };
      pending.set(id, { resolve: settle(resolve), reject: settle(reject) });
      socket.send(JSON.stringify({ id, name, request } satisfies SocketRequest));
    });
  };
}

/** The one-time token of the address, or the key that a page before the reload was given. */
function secret(): string {
  const token = location.hash.slice(1);
  if (/^[\w-]{32}$/.test(token)) {
    // Out of the address bar, so that it is not copied or bookmarked.
    history.replaceState(null, '', location.pathname);
    return token;
  }
  return sessionStorage.getItem(KEY) ?? 'none';
}
