import { FILE_PARTS, HISTORY_FORMAT, type PersonSettings } from '../../../../shared/history/historyFile.ts';
import { type Place, RefusedError } from '../../../../shared/history/importing.ts';
import { isKeptKind, KEPT_NAMES } from '../../../../shared/history/keptRecords.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import type { Incoming } from './incoming.ts';
import { createJsonReader, type FilePart } from './jsonReader.ts';
import { mergeStaged } from './mergeStaged.ts';
import { createStaging } from './staging.ts';

const FAMILY = HISTORY_FORMAT.split('/')[0];
const WHOLE_FILE: Place = { part: null, n: null, id: null, line: null };

/**
 * A history file that is being taken in, piece by piece.
 *
 * @param stagingFile is made, and gone with `discard`
 */
export function createJsonImport(stagingFile: string): Incoming<string> {
  const staging = createStaging(stagingFile);
  let settings: PersonSettings | null = null;
  let counts: Record<string, number> | null = null;
  const takePart = (name: FilePart, value: unknown): void => {
    if (name === 'format') checkFormat(value);
    const parsed = FILE_PARTS[name].safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const detail = [name, ...(issue?.path ?? [])].join('.');
      throw new RefusedError('bad-record', { part: name }, `${detail}: ${issue?.message}`);
    }
    if (name === 'schema' && Number(value) > MIGRATIONS.length) {
      throw new RefusedError('newer', WHOLE_FILE, `Its history has version ${value}, ours ${MIGRATIONS.length}.`);
    }
    if (name === 'settings') settings = parsed.data as PersonSettings;
    if (name === 'counts') counts = parsed.data as Record<string, number>;
  };
  const reader = createJsonReader({ part: takePart, record: staging.add });
  return {
    write: (text) => staging.together(() => reader.write(text)),
    finish: async (db, ready, report) => {
      reader.end();
      if (!counts) throw new RefusedError('incomplete', WHOLE_FILE, 'It does not say how many records it has.');
      for (const [kind, said] of Object.entries(counts)) {
        const found = isKeptKind(kind) ? staging.count(kind) : 0;
        if (found !== said) throw new RefusedError('incomplete', { part: kind }, `${found} of ${said} are there.`);
      }
      for (const kind of KEPT_NAMES) {
        if (staging.count(kind) > 0 && !Object.hasOwn(counts, kind)) {
          throw new RefusedError('incomplete', { part: kind }, 'It is not among the counts.');
        }
      }
      return { tallies: await mergeStaged(db, staging, ready, report), settings };
    },
    discard: staging.discard,
  };
}

function checkFormat(value: unknown): void {
  if (value === HISTORY_FORMAT) return;
  const isOurs = typeof value === 'string' && value.startsWith(`${FAMILY}/`);
  throw new RefusedError(isOurs ? 'newer' : 'foreign', WHOLE_FILE, `The format is ${JSON.stringify(value)}.`);
}
