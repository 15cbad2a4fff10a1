import { BRIDGE_NAME, type Bridge } from '../shared/contract/bridge.ts';
import {
  type Api,
  CallError,
  type CallName,
  createClient,
  isLongCall,
  type Transport,
} from '../shared/contract/contract.ts';
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
/** Ten years of history are read page by page, or written anew, in less than a minute; disks can be slow. */
const ANSWER_WITHIN_MS = { usual: 15_000, long: 300_000 } as const;

interface Pending {
  readonly name: CallName;
  readonly resolve: (outcome: unknown) => void;
  readonly reject: (error: Error) => void;
  timer: ReturnType<typeof setTimeout>;
}

/** One socket, opened at the first call and again after it was lost. */
function socketTransport(): Transport {
  const pending = new Map<number, Pending>();
  let opening: Promise<WebSocket> | null = null;
  let nextId = 0;
  /** Of the address, until it was answered. */
  let token = tokenOfAddress();

  const settle = (id: number, how: (call: Pending) => void): void => {
    const call = pending.get(id);
    if (!call) return;
    clearTimeout(call.timer);
    pending.delete(id);
    how(call);
  };
  const fail = (id: number, why: string): void =>
    settle(id, ({ name, reject }) => reject(new CallError('not-connected', `${name}: ${why}`)));
  const lose = (): void => {
    opening = null;
    for (const id of pending.keys()) fail(id, 'the connection was lost.');
  };
  /** While it is at something long the service answers nobody: whoever waits in line waits on. */
  const watch = (id: number, name: CallName): ReturnType<typeof setTimeout> =>
    setTimeout(
      () => {
        const call = pending.get(id);
        const isInLine = !isLongCall(name) && [...pending.values()].some((other) => isLongCall(other.name));
        if (call && isInLine) call.timer = watch(id, name);
        else fail(id, 'no answer came.');
      },
      isLongCall(name) ? ANSWER_WITHIN_MS.long : ANSWER_WITHIN_MS.usual,
    );
  const open = (): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${location.host}${SOCKET_PATH}`, [
        SOCKET_PROTOCOL,
        token ?? sessionStorage.getItem(KEY) ?? 'none',
      ]);
      const end = (): void => {
        clearTimeout(timer);
        // What it still says comes too late for whoever opens the next one.
        socket.onmessage = null;
        socket.onclose = null;
        socket.close();
        lose();
        reject(new CallError('not-connected', 'The service does not answer.'));
      };
      const timer = setTimeout(end, ANSWER_WITHIN_MS.usual);
      socket.onclose = () => {
        // Refused, it was used before. Where nobody answered it is as good as it was.
        token = null;
        end();
      };
      socket.onmessage = ({ data }) => {
        const message = socketMessageSchema.safeParse(JSON.parse(String(data)));
        if (!message.success) return;
        if ('key' in message.data) {
          clearTimeout(timer);
          token = null;
          sessionStorage.setItem(KEY, message.data.key);
          resolve(socket);
          return;
        }
        const { id, outcome } = message.data;
        settle(id, (call) => call.resolve(outcome));
      };
    });

  return async (name, request) => {
    opening ??= open();
    const socket = await opening;
    const id = nextId++;
    return new Promise((resolve, reject) => {
      pending.set(id, { name, resolve, reject, timer: watch(id, name) });
      socket.send(JSON.stringify({ id, name, request } satisfies SocketRequest));
    });
  };
}

/** A token that works once; a page that was loaded anew has none, and uses the key that it was given. */
function tokenOfAddress(): string | null {
  const token = location.hash.slice(1);
  if (!/^[\w-]{32}$/.test(token)) return null;
  // Out of the address bar, so that it is not copied or bookmarked.
  history.replaceState(null, '', location.pathname);
  return token;
}
