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
const WORD = /^[\w.-]{1,60}$/;
/** Folders of ours; a place in another file is told by the file's name alone. */
const OURS = /(?:^|[\\/])((?:electron|shared|renderer|node_modules|out)[\\/].+)$/;
const FRAME = /^\s*(?:at )?(?:(.*?)[ @]+\(?)?([^()\s]*?)(?::(\d+))?(?::(\d+))?\)?$/;

export function scrubError(error: unknown): ScrubbedError {
  // An error that was translated for the page carries the one it was.
  const own = error as { name?: unknown; code?: unknown; cause?: unknown } | null;
  const origin = (own?.cause ?? own) as { name?: unknown; code?: unknown; stack?: unknown } | null;
  return {
    name: wordOf(origin?.name) ?? typeof error,
    code: wordOf(own?.code) ?? wordOf(origin?.code),
    frames: scrubStack(typeof origin?.stack === 'string' ? origin.stack : ''),
  };
}

/** The lines of a stack that say where; what the error said comes before them. */
export function scrubStack(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s*at |@.*:\d+:\d+$/.test(line))
    .slice(0, MOST_FRAMES)
    .map(scrubFrame);
}

function scrubFrame(line: string): string {
  const [, of = '', place = '', row = '', column = ''] = FRAME.exec(line) ?? [];
  const name = of
    .replaceAll(/[^\w.$<>]/g, ' ')
    .trim()
    .slice(0, 60);
  const bare = place.split(/[?#]/)[0] ?? '';
  const file = (OURS.exec(bare)?.[1] ?? bare.split(/[\\/]/).at(-1) ?? '').replaceAll('\\', '/').slice(-120);
  return `${name || '(anonymous)'} ${file}:${row}:${column}`;
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && WORD.test(value) ? value : null;
}
