import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Frame, readJournal } from './journal.ts';

/**
 * The pages of a database as they lie in its file and in the journal beside it, for files that SQLite refuses
 * (https://sqlite.org/fileformat2.html). They are numbered from 1.
 */
export interface Pages {
  /** Behind the last page come those of the journal that are not whole or were never committed: rows may be on them alone. */
  readonly count: number;
  /** The whole of page 1 begins with the file's header. Null where the file has ended. */
  read(page: number): Buffer | null;
  close(): void;
}

export const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
/** SQLite's own size since 2016, which the history has never changed. */
export const USUAL_PAGE_BYTES = 4096;
const WRITE_FORM_AT = 18;
/** That of files with a journal like ours. */
const LAST_WRITE_FORM = 2;
const VERSION_AT = 60;
const FREE_LIST_AT = 32;
const FREE_PAGES_AT = 36;

/** @param file may be gone, where its journal is there */
export function openPages(file: string): Pages {
  const handle = existsSync(file) ? openSync(file, 'r') : null;
  const header = Buffer.alloc(HEADER_BYTES);
  if (handle !== null) readSync(handle, header, 0, HEADER_BYTES, 0);
  const bytes = pageBytes(header);
  const inFile = handle === null ? 0 : Math.ceil(fstatSync(handle).size / bytes);
  const frames = readJournal(`${file}-wal`, bytes)?.frames ?? [];
  const committed = frames.findLastIndex(({ isCommit, isWhole }) => isCommit && isWhole) + 1;
  const isGood = ({ isWhole }: Frame, i: number): boolean => isWhole && i < committed;
  const written = new Map(frames.filter(isGood).map(({ page, content }) => [page, content]));
  const others = frames.filter((frame, i) => !isGood(frame, i));
  const last = [...written.keys()].reduce((most, page) => Math.max(most, page), inFile);
  return {
    count: last + others.length,
    read: (page) => {
      if (page > last) return others[page - last - 1]?.content ?? null;
      const newer = written.get(page);
      if (newer) return newer;
      if (handle === null || !(page >= 1 && page <= inFile)) return null;
      // What is missing of the last page reads as zeros.
      const content = Buffer.alloc(bytes);
      return readSync(handle, content, 0, bytes, (page - 1) * bytes) > 0 ? content : null;
    },
    close: () => {
      if (handle !== null) closeSync(handle);
    },
  };
}

function hasHeader(header: Buffer): boolean {
  return header.toString('latin1', 0, MAGIC.length) === MAGIC && isPageSize(header.readUInt16BE(16));
}

/** Whether its header asks for a newer SQLite to write it: ours reads it then, and refuses to write a word. */
export function isReadOnly(file: string): boolean {
  const pages = openPages(file);
  try {
    return (pages.read(1)?.readUInt8(WRITE_FORM_AT) ?? 0) > LAST_WRITE_FORM;
  } finally {
    pages.close();
  }
}

/** The version of the schema, if the header can be believed. */
export function versionIn(pages: Pages): number | null {
  const header = pages.read(1);
  return header && hasHeader(header) ? header.readUInt32BE(VERSION_AT) : null;
}

/** Pages that are in use no more: what lies in them was given up. None where the list of them is not as long as it says. */
export function freePages(pages: Pages): Set<number> {
  const free = new Set<number>();
  const header = pages.read(1);
  if (!header || !hasHeader(header)) return free;
  let trunk = header.readUInt32BE(FREE_LIST_AT);
  while (trunk !== 0 && !free.has(trunk)) {
    const page = pages.read(trunk);
    if (!page) break;
    free.add(trunk);
    const leaves = Math.min(page.readUInt32BE(4), (page.length - 8) >> 2);
    for (let i = 0; i < leaves; i++) free.add(page.readUInt32BE(8 + 4 * i));
    trunk = page.readUInt32BE(0);
  }
  return free.size === header.readUInt32BE(FREE_PAGES_AT) ? free : new Set();
}

function pageBytes(header: Buffer): number {
  if (!hasHeader(header)) return USUAL_PAGE_BYTES;
  const bytes = header.readUInt16BE(16);
  return bytes === 1 ? 65_536 : bytes;
}

function isPageSize(bytes: number): boolean {
  return bytes === 1 || (bytes >= 512 && bytes <= 32_768 && (bytes & (bytes - 1)) === 0);
}
