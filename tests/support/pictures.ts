import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * What in a data folder is, or could hold, a picture. A file may be a database, text, or packed text; in none of them may
 * there be the beginning of a picture or a video, or text so long and dense that it can only be bytes written as text.
 */
export function picturesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return findings(readFileSync(path)).map((finding) => `${relative(folder, path)}: ${finding}`);
    });
}

const DATABASES: readonly Buffer[] = [
  Buffer.from('SQLite format 3\0'),
  // Its write-ahead log, in either order of bytes.
  Buffer.from('377f0682', 'hex'),
  Buffer.from('377f0683', 'hex'),
  // And the index of that, which whoever only reads leaves behind.
  Buffer.from('18e22d00', 'hex'),
];
const PACKED = Buffer.from('1f8b', 'hex');

const BEGINNINGS: Readonly<Record<string, Buffer>> = {
  png: Buffer.from('89504e470d0a1a0a', 'hex'),
  jpeg: Buffer.from('ffd8ffe0', 'hex'),
  'jpeg of a camera': Buffer.from('ffd8ffe1', 'hex'),
  jfif: Buffer.from('JFIF\0'),
  gif: Buffer.from('GIF89a'),
  webp: Buffer.from('WEBPVP8'),
  mp4: Buffer.from('ftypisom'),
  webm: Buffer.from('1a45dfa3', 'hex'),
  'picture as text': Buffer.from('data:image'),
  'video as text': Buffer.from('data:video'),
};

/** Nothing that is kept has a word of this length; the smallest picture as text is longer. */
const DENSE_TEXT = /[A-Za-z0-9+/_-]{200}/;

function findings(bytes: Buffer): string[] {
  if (bytes.subarray(0, 2).equals(PACKED)) return findings(gunzipSync(bytes));
  const isDatabase = DATABASES.some((beginning) => bytes.subarray(0, beginning.length).equals(beginning));
  const found = Object.entries(BEGINNINGS).flatMap(([name, beginning]) => (bytes.includes(beginning) ? [name] : []));
  const text = bytes.toString('latin1');
  if (DENSE_TEXT.test(text)) found.push('dense text');
  if (!isDatabase && text.includes('\0')) found.push('neither database nor text');
  return found;
}
