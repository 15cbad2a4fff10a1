import { HEADER_BYTES, type Pages } from './pages.ts';

/** What a row holds, in the order of its table's columns. */
export type Value = null | number | string | Buffer;

/** Kinds of pages that belong to tables, not to their indexes. */
const ROWS = 0x0d;
const BRANCHES = 0x05;
/** A row of the history is small; a length beyond this is no length. */
const LONGEST_ROW = 10_000_000;
const SCHEMA = 'sqlite_schema';

export function holdsRows(pages: Pages, page: number): boolean {
  return pages.read(page)?.[startOf(page)] === ROWS;
}

/** What can be read of the schema: type, name, table, root and words of each part. */
export function schemaOf(pages: Pages): Value[][] {
  const owners = new Map<number, string>();
  claim(pages, 1, SCHEMA, owners);
  return [...owners.keys()].flatMap((page) => rowsOn(pages, page));
}

/** Which table the pages with rows belong to, as far as the way from the schema down to them is whole. */
export function tablesOfPages(pages: Pages): Map<number, string> {
  const owners = new Map<number, string>();
  claim(pages, 1, SCHEMA, owners);
  for (const [type, name, , root] of schemaOf(pages)) {
    if (type === 'table' && typeof name === 'string' && typeof root === 'number') claim(pages, root, name, owners);
  }
  return owners;
}

/** The rows on one page. One that cannot be read does not hide the others. */
export function rowsOn(pages: Pages, page: number): Value[][] {
  const content = pages.read(page);
  const start = startOf(page);
  if (!content || content[start] !== ROWS) return [];
  const cells = Math.min(content.readUInt16BE(start + 3), (content.length - start - 8) >> 1);
  return Array.from({ length: cells }, (_, i) => content.readUInt16BE(start + 8 + 2 * i)).flatMap((at) => {
    try {
      return [readRecord(readPayload(pages, content, at))];
    } catch {
      return [];
    }
  });
}

function claim(pages: Pages, root: number, table: string, owners: Map<number, string>): void {
  const seen = new Set<number>();
  const open = [root];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    const content = seen.has(page) ? null : pages.read(page);
    seen.add(page);
    const start = startOf(page);
    if (content?.[start] === ROWS && !owners.has(page)) owners.set(page, table);
    if (content?.[start] === BRANCHES) open.push(...childrenOf(content, start));
  }
}

function childrenOf(content: Buffer, start: number): number[] {
  const cells = Math.min(content.readUInt16BE(start + 3), (content.length - start - 12) >> 1);
  const left = Array.from({ length: cells }, (_, i) => content.readUInt16BE(start + 12 + 2 * i))
    .filter((at) => at + 4 <= content.length)
    .map((at) => content.readUInt32BE(at));
  return [...left, content.readUInt32BE(start + 8)];
}

/** @throws RangeError where the row leads out of its page, or is too long to be one */
function readPayload(pages: Pages, content: Buffer, at: number): Buffer {
  const [length, afterLength] = readVarint(content, at);
  const [, from] = readVarint(content, afterLength);
  if (length < 1 || length > LONGEST_ROW) throw new RangeError('no row is so long');
  // As much as SQLite keeps on the page itself, by its own formula; what is more lies on a chain of further pages.
  const usable = content.length;
  const most = usable - 35;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const rest = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : rest <= most ? rest : least;
  if (from + local > usable) throw new RangeError('the row leaves its page');
  const parts = [content.subarray(from, from + local)];
  let missing = length - local;
  let next = missing > 0 ? content.readUInt32BE(from + local) : 0;
  while (missing > 0) {
    const page = pages.read(next);
    if (!page) throw new RangeError('the row goes on nowhere');
    const part = page.subarray(4, 4 + Math.min(missing, usable - 4));
    parts.push(part);
    missing -= part.length;
    next = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** @throws RangeError where it is no record */
function readRecord(payload: Buffer): Value[] {
  const [headerBytes, first] = readVarint(payload, 0);
  if (headerBytes > payload.length) throw new RangeError('the header is longer than the row');
  const values: Value[] = [];
  let at = headerBytes;
  for (let typeAt = first; typeAt < headerBytes; ) {
    const [type, next] = readVarint(payload, typeAt);
    const [value, bytes] = readValue(payload, type, at);
    values.push(value);
    at += bytes;
    typeAt = next;
  }
  if (at !== payload.length) throw new RangeError('the row is longer than its values');
  return values;
}

/** Lengths of whole numbers by their type. */
const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];

function readValue(payload: Buffer, type: number, at: number): [Value, number] {
  if (type === 0) return [null, 0];
  if (type <= 5) {
    const bytes = INTEGER_BYTES[type] ?? 0;
    return [payload.readIntBE(at, bytes), bytes];
  }
  if (type === 6) return [Number(payload.readBigInt64BE(at)), 8];
  if (type === 7) return [payload.readDoubleBE(at), 8];
  if (type <= 9) return [type - 8, 0];
  if (type < 12) throw new RangeError('no such type');
  const bytes = (type - 12) >> 1;
  if (at + bytes > payload.length) throw new RangeError('the value leaves its row');
  const content = payload.subarray(at, at + bytes);
  return [type % 2 === 0 ? content : content.toString('utf8'), bytes];
}

/** A number of one to nine bytes, and where it ends. Numbers that matter here are small; a large one is a wrong one. */
function readVarint(content: Buffer, at: number): [number, number] {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = content.readUInt8(at + i);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + i + 1];
  }
  return [value * 256 + content.readUInt8(at + 8), at + 9];
}

/** Page 1 begins with the file's header. */
function startOf(page: number): number {
  return page === 1 ? HEADER_BYTES : 0;
}
