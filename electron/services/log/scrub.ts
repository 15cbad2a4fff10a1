/**
 * What may be written down of an error: its kind, its code, and where in our own files it came from. Not its message, which
 * may hold what somebody wrote, and no folder of the machine, which may hold a name.
 */
export interface ScrubbedError {
  readonly name: string;
  readonly code: string | null;
  readonly frames: readonly string[];
}

const MOST_FRAMES = 12;
/** The page may hand in anything: a longer line is none of a stack. */
const MOST_LETTERS = 500;
const WORD = /^[\w.-]{1,60}$/;
/** All that we run lies in one of these; what lies elsewhere is told by the file's name alone. */
const OURS = new Set(['electron', 'shared', 'renderer', 'out', 'node_modules']);
const SCRIPT = /^[\w.-]+\.[cm]?[jt]sx?$/;
/** Row and column, which end each line of a stack that says where. */
const END = /:(\d{1,9}:\d{1,9})\)?$/;

export function scrubError(error: unknown): ScrubbedError {
  // An error that was translated for the page carries the one it was.
  const own = error as { name?: unknown; code?: unknown; cause?: unknown } | null;
  const origin = (own?.cause ?? own) as { name?: unknown; code?: unknown; stack?: unknown; message?: unknown } | null;
  const { stack, message } = origin ?? {};
  return {
    name: wordOf(origin?.name) ?? typeof error,
    code: wordOf(own?.code) ?? wordOf(origin?.code),
    // What it said may look like a line of the stack.
    frames: scrubStack(typeof stack === 'string' ? stack.replace(String(message), '') : ''),
  };
}

/** The lines of a stack that say where. */
export function scrubStack(stack: string): string[] {
  const frames: string[] = [];
  for (const line of stack.split('\n')) {
    const frame = frameOf(line);
    if (frame) frames.push(frame);
    if (frames.length === MOST_FRAMES) break;
  }
  return frames;
}

/** `at name (place:1:2)`, `at place:1:2`, or in Firefox `name@place:1:2`; null where the line is nothing of the kind. */
function frameOf(line: string): string | null {
  if (line.length > MOST_LETTERS) return null;
  const text = line.trim();
  const end = END.exec(text);
  if (!end) return null;
  const where = text.slice(0, end.index);
  const [name, place] = where.startsWith('at ')
    ? parted(where.slice(3), ' (', text.endsWith(')'))
    : parted(where, '@', true);
  const file = fileOf(place);
  return file && /^[\w.$<>[\] /*#]*$/.test(name) ? `${name.slice(0, 60) || '(anonymous)'} ${file}:${end[1]}` : null;
}

/** A folder may hold the mark as well, a function's name may not: the first one parts them. */
function parted(text: string, mark: string, hasName: boolean): readonly [name: string, place: string] {
  const at = hasName ? text.indexOf(mark) : -1;
  return at < 0 ? ['', hasName ? '' : text] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** From the right: a folder of ours may lie in one of the same name. */
function fileOf(place: string): string | null {
  const parts = (place.split(/[?#]/, 1)[0] ?? '').split(/[\\/]/);
  const file = parts.at(-1) ?? '';
  if (!SCRIPT.test(file)) return null;
  const from = parts.slice(0, -1).findLastIndex((part) => OURS.has(part));
  return (from < 0 ? file : parts.slice(from).join('/')).slice(-120);
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && WORD.test(value) ? value : null;
}
