import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Page } from '@playwright/test';

/** Every way that a page has to reach another server. Each answers at once, or within two seconds. */
const WAYS: Readonly<Record<string, string>> = {
  fetch: 'fetch(TO).catch(() => 0)',
  'fetch without an answer': "fetch(TO, { mode: 'no-cors', method: 'POST', body: 'x' }).catch(() => 0)",
  XMLHttpRequest:
    "new Promise((r) => { const x = new XMLHttpRequest(); x.onloadend = r; x.open('GET', TO); x.send(); })",
  beacon: 'navigator.sendBeacon(TO, "x")',
  WebSocket: "new Promise((r) => { new WebSocket(TO.replace('http', 'ws')).onerror = r; })",
  EventSource: 'new Promise((r) => { new EventSource(TO).onerror = r; })',
  image: 'new Promise((r) => { const i = new Image(); i.onerror = i.onload = r; i.src = TO; })',
  script:
    "new Promise((r) => { const s = document.createElement('script'); s.onerror = s.onload = r; s.src = TO; document.head.append(s); })",
  module: 'import(TO).catch(() => 0)',
  style:
    "new Promise((r) => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.onerror = l.onload = r; l.href = TO; document.head.append(l); })",
  prefetch:
    "new Promise((r) => { const l = document.createElement('link'); l.rel = 'prefetch'; l.onerror = l.onload = r; l.href = TO; document.head.append(l); setTimeout(r, 2000); })",
  font: "new FontFace('x', 'url(' + TO + ')').load().catch(() => 0)",
  video: "new Promise((r) => { const v = document.createElement('video'); v.onerror = r; v.src = TO; })",
  frame:
    "new Promise((r) => { const f = document.createElement('iframe'); f.onload = r; f.src = TO; document.body.append(f); setTimeout(r, 2000); })",
  object:
    "new Promise((r) => { const o = document.createElement('object'); o.onerror = r; o.data = TO; document.body.append(o); setTimeout(r, 2000); })",
  worker: 'new Promise((r) => { try { new Worker(TO).onerror = r; } catch { r(); } })',
  'script of its own in a blob':
    "new Promise((r) => { try { new Worker(URL.createObjectURL(new Blob(['fetch(\"' + TO + '\")']))).onerror = r; } catch { r(); } setTimeout(r, 2000); })",
  'service worker': 'navigator.serviceWorker.register(TO).catch(() => 0)',
  form: "new Promise((r) => { const f = document.createElement('form'); f.action = TO; f.method = 'post'; document.body.append(f); f.submit(); setTimeout(r, 1000); })",
  'text as program':
    "new Promise((r) => { try { new Function('return fetch(\"' + TO + '\")')().then(r, r); } catch { r(); } })",
};

/** Another server on the same machine, which keeps all that is said to it. */
export interface Elsewhere {
  readonly address: string;
  reached(): readonly string[];
  close(): void;
}

export async function openElsewhere(): Promise<Elsewhere> {
  const reached: string[] = [];
  const server = createServer((socket) => {
    // For a frame that it then refuses Chromium opens a connection and says nothing on it.
    socket.on('data', (bytes) => {
      reached.push(bytes.toString('latin1'));
      socket.end('HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n');
    });
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, reached: () => reached, close: () => server.close() };
}

/** Has a page try every way to a server at once. */
export async function tryEveryWay(page: Page, { address }: Elsewhere): Promise<void> {
  const ways = Object.values(WAYS).map((way) => way.replaceAll('TO', `'${address}'`));
  await page.evaluate(`Promise.all([${ways.map((way) => `(async () => ${way})()`).join(',')}])`);
}
