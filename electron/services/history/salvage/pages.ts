import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * The pages of a database file as they lie there, for files that SQLite refuses (https://sqlite.org/fileformat2.html).
 * Pages are numbered from 1.
 */
export interface Pages {
  readonly count: number;
  /** The whole of page 1 begins with the file's header. Null where the file has ended. */
  read(page: number): Buffer | null;
  close(): void;
}

export const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
/** SQLite's own size since 2016, which the history has never changed. */
export const USUAL_PAGE_BYTES = 4096;
const VERSION_AT = 60;
const FREE_LIST_AT = 32;

export function openPages(file: string): Pages {
  const handle = openSync(file, 'r');
  const header = Buffer.alloc(HEADER_BYTES);
  readSync(handle, header, 0, HEADER_BYTES, 0);
  const bytes = pageBytes(header);
  const count = Math.ceil(fstatSync(handle).size / bytes);
  return {
    count,
    read: (page) => {
      if (!(page >= 1 && page <= count)) return null;
      // What is missing of the last page reads as zeros.
      const content = Buffer.alloc(bytes);
      return readSync(handle, content, 0, bytes, (page - 1) * bytes) > 0 ? content : null;
    },
    close: () => closeSync(handle),
  };
}

export function hasHeader(header: Buffer): boolean {
  return header.toString('latin1', 0, MAGIC.length) === MAGIC && isPageSize(header.readUInt16BE(16));
}

/** The version of the schema, if the header can be believed. */
export function versionIn(pages: Pages): number | null {
  const header = pages.read(1);
  return header && hasHeader(header) ? header.readUInt32BE(VERSION_AT) : null;
}

/** A header under which SQLite reads a file of ours whose own one is lost. */
export function usualHeader(pages: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 'latin1');
  header.writeUInt16BE(USUAL_PAGE_BYTES, 16);
  // Written and read in WAL mode; no bytes reserved; the shares of a page that SQLite asks for.
  header.set([2, 2, 0, 64, 32, 32], 18);
  header.writeUInt32BE(pages, 28);
  // The newest form of a schema, and text in UTF-8.
  header.writeUInt32BE(4, 44);
  header.writeUInt32BE(1, 56);
  return header;
}

/** Pages that are in use no more: what lies in them was given up. */
export function freePages(pages: Pages): Set<number> {
  const free = new Set<number>();
  const header = pages.read(1);
  let trunk = header && hasHeader(header) ? header.readUInt32BE(FREE_LIST_AT) : 0;
  while (trunk !== 0 && !free.has(trunk)) {
    const page = pages.read(trunk);
    if (!page) break;
    free.add(trunk);
    const leaves = Math.min(page.readUInt32BE(4), (page.length - 8) >> 2);
    for (let i = 0; i < leaves; i++) free.add(page.readUInt32BE(8 + 4 * i));
    trunk = page.readUInt32BE(0);
  }
  return free;
}

function pageBytes(header: Buffer): number {
  if (!hasHeader(header)) return USUAL_PAGE_BYTES;
  const bytes = header.readUInt16BE(16);
  return bytes === 1 ? 65_536 : bytes;
}

function isPageSize(bytes: number): boolean {
  return bytes === 1 || (bytes >= 512 && bytes <= 32_768 && (bytes & (bytes - 1)) === 0);
}
