import type { Page, Request } from '@playwright/test';

/** Every request and every socket of a page, its workers and whatever it opens. */
export interface Traffic {
  /** The addresses of all that was asked for, and was stopped neither by the page's own policy nor by the desktop host. */
  asked(): string[];
}

/** How Chromium names what the content security policy stopped, and what Electron's webRequest cancelled. */
const STOPPED = ['csp', 'net::ERR_BLOCKED_BY_CLIENT'];

export function recordTraffic(page: Page): Traffic {
  const requests = new Set<Request>();
  const sockets: string[] = [];
  const context = page.context();
  context.on('request', (request) => requests.add(request));
  context.on('requestfailed', (request) => {
    if (STOPPED.includes(request.failure()?.errorText ?? '')) requests.delete(request);
  });
  const listen = (opened: Page): void => {
    opened.on('websocket', (socket) => sockets.push(socket.url()));
  };
  listen(page);
  context.on('page', listen);
  return {
    asked: () => [...[...requests].map((request) => request.url()), ...sockets],
  };
}

/** Of these addresses the ones that lead to another server. */
export function foreignOf(addresses: readonly string[], own: string): string[] {
  return addresses.filter((address) => {
    const { host, protocol } = new URL(address);
    return protocol !== 'data:' && protocol !== 'blob:' && host !== own;
  });
}
