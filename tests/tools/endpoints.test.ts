import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { PAGE_ORIGIN } from '../../shared/contract/bridge.ts';

/** The built app names no other server, and no way to reach one but its own socket. */
const OUT = join(import.meta.dirname, '../../out');

/** Names that stand for a format or a page about an error, and are never asked for. */
const NAMES_ONLY: Readonly<Record<string, string>> = {
  'www.w3.org': 'names of XML, SVG and MathML: createElementNS wants them',
  'react.dev': 'React’s errors say where they are explained',
  'json-schema.org': 'zod names the version of a schema',
  'mozilla.org/MPL': 'mediabunny’s licence, in its notices',
  'www.tensorflow.org': 'an error of TensorFlow Lite says where operations are explained',
  'github.com/opencv': 'an error of OpenCV names its issue',
  go: 'a comment of protobuf, compiled in',
  'github.com/markedjs/marked.': 'an error of marked says where to report it',
  'nodejs.org': 'the manual quotes what the terminal says where Node is too old',
  goto: 'a comment of protobuf, compiled in',
};

/** Where an address is made of parts, or is a pattern. */
const PART = '$'.concat('{');
const PATTERNS: Readonly<Record<string, string>> = {
  [`${PART}location.host}`]: 'our own socket, at the host that the page came from',
  [`[${PART}`]: 'zod lets URL read an IPv6 address to see whether it is one',
  '*/*': 'what the desktop host stops',
};

/** Ways past the network's lock, which nothing of ours or of others' may know. */
const WAYS_OUT = /\b(RTCPeerConnection|WebTransport|EventSource|sendBeacon|registerProtocolHandler|serviceWorker)\b/g;

function builtFiles(): { path: string; text: string }[] {
  if (!existsSync(join(OUT, 'renderer/index.html'))) throw new Error('There is no built app. Run npm run build first.');
  return readdirSync(OUT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(woff2|webm|task|map|md)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(OUT, path), text: readFileSync(path, 'latin1') };
    });
}

/** Addresses in a text that are no mere names. */
function addressesIn(text: string): string[] {
  return [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/[\w.~:/?#[\]@!$&*+,;=%{}-]{2,}/g)]
    .map(([address]) => address)
    .filter((address) => {
      const rest = address.replace(/^\w+:\/\//, '');
      const isName = Object.keys(NAMES_ONLY).some((name) => rest === name || rest.startsWith(`${name}/`));
      return !isName && !Object.keys(PATTERNS).some((pattern) => rest.startsWith(pattern));
    });
}

test('no other server is named in what is built', () => {
  const found = builtFiles().flatMap(({ path, text }) => addressesIn(text).map((address) => `${path}: ${address}`));
  expect(found).toEqual([]);
});

test('nothing in it knows a way that the lock does not stop', () => {
  const found = builtFiles()
    .filter(({ path }) => path.startsWith('renderer'))
    .flatMap(({ path, text }) => [...text.matchAll(WAYS_OUT)].map(([api]) => `${path}: ${api}`));
  expect(found).toEqual([]);
});

test('the desktop host knows nothing that reports, updates or opens other programs', () => {
  const host = builtFiles().filter(({ path }) => /^(main|preload)/.test(path));
  expect(host.map(({ path }) => path).join()).toContain('main');
  const text = host.map((file) => file.text).join('\n');
  expect(text).toContain(PAGE_ORIGIN.split('://')[1]);
  expect(
    text.match(/\b(crashReporter|autoUpdater|setFeedURL|addExtension|loadExtension|nodeIntegration: true)\b/g),
  ).toBeNull();
  // An address may be opened only if it stands in the program itself.
  expect(text.match(/openExternal\((?!"https:|`https:[^$]*`|[A-Z_]+\b)[^)]*\)/g)).toBeNull();
});

test.each<[string, string, string[]]>([
  ['an endpoint', 'fetch("https://odml.pa.googleapis.com/v1/log")', ['https://odml.pa.googleapis.com/v1/log']],
  ['a socket', 'new WebSocket(`wss://example.org/x`)', ['wss://example.org/x']],
  ['a host that begins like a name', '"http://www.w3.org.evil.example/"', ['http://www.w3.org.evil.example/']],
  ['an address of parts', `https://${PART}host}/`, [`https://${PART}host}/`]],
  ['names alone', `"http://www.w3.org/2000/svg" ws://${PART}location.host}/socket`, []],
])('%s would be seen', (_, text, expected) => {
  expect(addressesIn(text)).toEqual(expected);
});
