import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { FILE_PARTS } from '../../../../shared/history/historyFile.ts';
import { type Place, RefusedError } from '../../../../shared/history/importing.ts';
import { isKeptKind, KEPT_NAMES, type KeptKind } from '../../../../shared/history/keptRecords.ts';

export type FilePart = keyof typeof FILE_PARTS;

/** Whoever takes in what a history file holds, in the order of the file. Each may throw RefusedError. */
export interface FileTaker {
  part(name: FilePart, value: unknown): void;
  /** `n`: which of its kind it is, from 1. */
  record(kind: KeptKind, value: unknown, place: Place): void;
}

/** Reads a history file piece by piece, holding one record at a time. */
export interface JsonReader {
  /** @throws RefusedError */
  write(text: string): void;
  /** @throws RefusedError where the document is not whole */
  end(): void;
}

/** The settings with fifty programmes are 200 kB; a record with the longest plan 20 kB. */
const MOST_VALUE_BYTES = 1_000_000;
/** Settings, programmes, their blocks, sides: nothing of ours is deeper. */
const MOST_DEPTH = 12;
const NEWLINE = 10;

export function createJsonReader(taker: FileTaker): JsonReader {
  const tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024, numberBufferSize: 64 });
  const parser = new TokenParser({ paths: PATHS, keepStack: false });
  const seen = new Set<string>();
  /** Of the list that is being read. */
  let part = '';
  let n = 0;
  let depth = 0;
  let last: TokenType | null = null;
  let bytes = 0;
  let half = '';
  /** Where the value that is being read began. */
  let valueAt = 0;
  let valueLine = 1;
  const lines = lineCounter();

  const place = (): Place => ({
    part: part || null,
    n: depth > 2 && isKeptKind(part) ? n + 1 : null,
    id: null,
    line: valueLine,
  });
  const beginValue = (offset: number): void => {
    valueAt = offset;
    valueLine = lines.at(offset);
  };
  const checkLength = (offset: number): void => {
    if (offset - valueAt > MOST_VALUE_BYTES) throw new RefusedError('too-large', place(), 'This value is too long.');
  };
  const hearKey = (key: string): void => {
    if (seen.size === 0 && key !== 'format')
      throw new RefusedError('foreign', place(), 'It does not begin with its format.');
    if (!PARTS.has(key)) throw new RefusedError('foreign', place(), `There is no part “${key}”.`);
    if (seen.has(key)) throw new RefusedError('bad-record', place(), `The part “${key}” is there twice.`);
    seen.add(key);
    part = key;
    n = 0;
  };

  tokenizer.onToken = (token) => {
    const { token: type, offset } = token;
    const opens = type === TokenType.LEFT_BRACE || type === TokenType.LEFT_BRACKET;
    checkLength(offset);
    if (depth <= (isKeptKind(part) ? 2 : 1)) beginValue(offset);
    if (depth === 0 && type !== TokenType.LEFT_BRACE)
      throw new RefusedError('foreign', place(), 'It is not an object.');
    if (depth === 1 && type === TokenType.STRING && (last === TokenType.LEFT_BRACE || last === TokenType.COMMA)) {
      hearKey(String(token.value));
    }
    if (depth === 1 && last === TokenType.COLON && isKeptKind(part) && type !== TokenType.LEFT_BRACKET) {
      throw new RefusedError('bad-record', place(), `“${part}” is not a list.`);
    }
    if (opens) depth++;
    else if (type === TokenType.RIGHT_BRACE || type === TokenType.RIGHT_BRACKET) depth--;
    if (depth > MOST_DEPTH) throw new RefusedError('bad-record', place(), 'It is nested too deeply.');
    last = type;
    parser.write(token);
  };
  parser.onValue = ({ value }) => {
    if (isKeptKind(part)) {
      n++;
      taker.record(part, value, { part, n, id: null, line: valueLine });
    } else taker.part(part as FilePart, value);
  };

  const read = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (error instanceof RefusedError) throw error;
      throw new RefusedError('unreadable', place(), error instanceof Error ? error.message : String(error));
    }
  };
  return {
    write: (text) =>
      read(() => {
        // A piece may end within a character of two units.
        const whole = half + text;
        half = /[\ud800-\udbff]$/.exec(whole)?.[0] ?? '';
        const chunk = Buffer.from(half ? whole.slice(0, -1) : whole);
        lines.add(chunk);
        tokenizer.write(chunk);
        bytes += chunk.length;
        checkLength(bytes);
      }),
    end: () =>
      read(() => {
        if (!parser.isEnded) throw new Error('The file ends too soon.');
      }),
  };
}

const PARTS: ReadonlySet<string> = new Set([...Object.keys(FILE_PARTS), ...KEPT_NAMES]);
const PATHS = [...Object.keys(FILE_PARTS).map((name) => `$.${name}`), ...KEPT_NAMES.map((kind) => `$.${kind}.*`)];

/** On which line a byte of the file stands; asked from the beginning to the end. */
function lineCounter() {
  let line = 1;
  let chunk = Buffer.alloc(0);
  let chunkAt = 0;
  let next = 0;
  const advance = (offset: number): number => {
    for (;;) {
      const found = chunk.indexOf(NEWLINE, next);
      if (found === -1 || chunkAt + found >= offset) return line;
      line++;
      next = found + 1;
    }
  };
  return {
    add: (bytes: Buffer<ArrayBuffer>): void => {
      advance(Number.POSITIVE_INFINITY);
      chunkAt += chunk.length;
      chunk = bytes;
      next = 0;
    },
    at: advance,
  };
}
