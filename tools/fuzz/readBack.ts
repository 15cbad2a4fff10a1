import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServices } from '../../electron/services/services.ts';
import { sendHistory } from '../../renderer/data/sendHistory.ts';
import { type Api, answerCall, type CallName } from '../../shared/contract/contract.ts';
import { isUnderWay, type Transfer } from '../../shared/history/transfer.ts';
import { LAST_WALL_MS } from '../../shared/history/wallMs.ts';
import { questionsOf } from '../history/historyQuestions.ts';
import { Broken, judge } from './verdict.ts';

/** Whether everything that was let in can be read again, by every screen and by another machine. */

type Asked = readonly [name: CallName, request: unknown];

/** Everything that can be asked without changing anything. */
export async function everyQuestion(api: Api, nowMs: number): Promise<Asked[]> {
  const deleted = await api['history.deleted'](null);
  return [
    ...(await questionsOf(api, nowMs)).flatMap(({ call, requests }) =>
      requests.map((request): Asked => [call, request]),
    ),
    ...deleted.map(({ id }): Asked => ['history.session', { id }]),
    ['history.sessions', { beforeMs: LAST_WALL_MS, limit: 100 }],
    ['history.report', { toDate: new Date(nowMs).toISOString().slice(0, 10) }],
    ['breaks.statistics', { days: 3660 }],
    ['app.info', null],
    ['app.diagnostics', null],
    ['settings.read', null],
    ['backups.list', null],
    ['recovery.state', null],
    ['data.folder', null],
    ['data.transfer', null],
  ];
}

/** @throws Broken where one of them is not answered, or with what the page could not read */
export async function readBack(api: Api, nowMs: number): Promise<void> {
  for (const [name, request] of await everyQuestion(api, nowMs)) {
    if (!judge(name, await answerCall(api, name, request))) throw new Broken(`${name} is refused.`);
  }
}

/**
 * Lets the history out, into another machine, and out of there again.
 *
 * @param folder is made, and holds all of it
 * @throws Broken where it does not go through, or is another one afterwards
 */
export async function goOutAndIn(api: Api, folder: string, now: () => number): Promise<void> {
  mkdirSync(folder);
  const there = createServices({ dataFolder: join(folder, 'there'), host: 'browser', version: '0.0.0-fuzz', now });
  try {
    await exported(api, 'csv', folder);
    const first = await exported(api, 'json', folder);
    await sendHistory(there.api, new File([first], 'history.json'), () => undefined);
    const taken = await outcomeOf(there.api);
    if (taken.state !== 'imported') throw new Broken(`It was not taken in: ${JSON.stringify(taken)}`);
    if (recordsIn(await exported(there.api, 'json', folder)) !== recordsIn(first)) {
      throw new Broken('The history is another one after it went out and in.');
    }
  } finally {
    there.close();
  }
}

/** The text of the file; of tables nothing. */
export async function exported(api: Api, format: 'json' | 'csv', folder: string): Promise<string> {
  await api['data.export']({ format, folder });
  const transfer = await outcomeOf(api);
  if (transfer.state !== 'exported') throw new Broken(`The export ended as ${JSON.stringify(transfer)}`);
  return format === 'json' ? readFileSync(transfer.path, 'utf8') : '';
}

/** What became of an export or import that was begun. */
export async function outcomeOf(api: Api): Promise<Transfer> {
  for (;;) {
    const transfer = await api['data.transfer'](null);
    if (!isUnderWay(transfer)) return transfer;
    await new Promise(setImmediate);
  }
}

/** Without the first line, which says when and by whom it was written. */
function recordsIn(file: string): string {
  return file.slice(file.indexOf('\n'));
}
