import { readFile } from 'node:fs/promises';
import type { CustomScheme, Protocol } from 'electron';
import { PAGE_ORIGIN, PAGE_SCHEME } from '../shared/contract/bridge.ts';
import { findPageFile, PAGE_HEADERS } from './services/pageFiles.ts';

/** Must be registered once, before the app is ready. No CSP bypass and no CORS: the page only ever loads itself. */
export const PAGE_SCHEMES: CustomScheme[] = [
  { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
];

/** Serves the built page at `app://soleus/`. */
export function servePageProtocol(protocol: Pick<Protocol, 'handle'>, pageFolder: string): void {
  protocol.handle(PAGE_SCHEME, async (request) => {
    const url = new URL(request.url);
    const file = `${url.protocol}//${url.host}` === PAGE_ORIGIN ? findPageFile(pageFolder, url.pathname) : null;
    if (!file || request.method !== 'GET') return new Response(null, { status: 404, headers: PAGE_HEADERS });
    return new Response(await readFile(file.path), { headers: { ...PAGE_HEADERS, 'Content-Type': file.contentType } });
  });
}
