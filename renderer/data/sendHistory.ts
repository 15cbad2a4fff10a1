import { uuidv7 } from 'uuidv7';
import type { Api } from '../../shared/contract/contract.ts';
import type { RefusalCode } from '../../shared/history/importing.ts';
import { LOG_LIMITS, type LogSession, recordsOf } from '../../shared/history/logSessions.ts';
import { MOST_FILE_BYTES, MOST_PART_LETTERS, type Transfer } from '../../shared/history/transfer.ts';

type ImportApi = Pick<Api, `data.${'beginImport' | 'importPart' | 'endImport' | 'cancel' | 'transfer'}`>;

/**
 * Hands a history file over, a part at a time; every part is checked before the next one is read. Ends with the first answer
 * that says that it was stopped or refused, or with its being taken in.
 *
 * @param tell hears every answer
 */
export async function sendHistory(api: ImportApi, file: File, tell: (transfer: Transfer) => void): Promise<Transfer> {
  if (file.size > MOST_FILE_BYTES) return refused('too-large', `It has ${file.size} bytes.`);
  const importId = uuidv7();
  tell(await api['data.beginImport']({ importId, kind: 'history', size: file.size }));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0; from < file.size; from += MOST_PART_LETTERS) {
    let text: string;
    try {
      const bytes = await file.slice(from, from + MOST_PART_LETTERS).arrayBuffer();
      text = decoder.decode(bytes, { stream: from + MOST_PART_LETTERS < file.size });
    } catch (error) {
      await api['data.cancel'](null);
      return refused('unreadable', String(error));
    }
    // What was cancelled meanwhile takes no more parts.
    const answer = await api['data.importPart']({ importId, part: { text } }).catch(() => api['data.transfer'](null));
    tell(answer);
    if (answer.state !== 'importing') return answer;
  }
  return api['data.endImport']({ importId });
}

export async function sendLog(api: ImportApi, sessions: readonly LogSession[]): Promise<Transfer> {
  const importId = uuidv7();
  await api['data.beginImport']({ importId, kind: 'log', size: sessions.length });
  for (const part of partsOf(sessions)) {
    const answer = await api['data.importPart']({ importId, part: { sessions: part } });
    if (answer.state !== 'importing') return answer;
  }
  return api['data.endImport']({ importId });
}

/** As many sessions at once as are taken; one alone always is. */
function partsOf(sessions: readonly LogSession[]): LogSession[][] {
  const parts: LogSession[][] = [];
  let records = 0;
  for (const session of sessions) {
    const own = recordsOf([session]);
    const last = parts.at(-1);
    if (last && last.length < LOG_LIMITS.sessionsInPart && records + own <= LOG_LIMITS.recordsInPart) {
      last.push(session);
      records += own;
    } else {
      parts.push([session]);
      records = own;
    }
  }
  return parts;
}

function refused(code: RefusalCode, detail: string): Transfer {
  return { state: 'refused', refusal: { code, place: { part: null, n: null, id: null, line: null }, detail } };
}
