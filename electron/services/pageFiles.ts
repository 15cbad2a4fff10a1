import { existsSync, realpathSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';

/** The built page: which file answers a path, and the headers that every answer carries. */

/** What the page may load and do: itself, WebAssembly, and nothing from anywhere else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  // The one style element of the component library, by its hash (react-aria: touch-action on what can be pressed).
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A worker obeys the policy of its own response, so these go on every one. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // With both policies the page is isolated and its clock is precise to 5 µs instead of 100.
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webm': 'audio/webm',
  '.task': 'application/octet-stream',
};

export interface PageFile {
  readonly path: string;
  readonly contentType: string;
}

/** The file of the built page that a URL's path names; null when there is none, or it lies outside the folder. */
export function findPageFile(folder: string, urlPath: string): PageFile | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  // A second layer of encoding, a backslash or a null byte has no honest use in a path of ours.
  if (/[\0\\%]/.test(decoded) || !decoded.startsWith('/')) return null;
  const contentType = CONTENT_TYPES[extname(decoded === '/' ? '/index.html' : decoded)];
  const path = resolve(join(folder, decoded === '/' ? 'index.html' : decoded));
  if (!contentType || !path.startsWith(resolve(folder) + sep)) return null;
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  const real = realpathSync(path);
  return real.startsWith(realpathSync(folder) + sep) ? { path: real, contentType } : null;
}
