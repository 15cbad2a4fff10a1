import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openDatabase } from '../../electron/services/history/database.ts';
import { createServices } from '../../electron/services/services.ts';
import { sendHistory } from '../../renderer/data/sendHistory.ts';
import { KEPT_NAMES, KEPT_RECORDS, type KeptKind } from '../../shared/history/keptRecords.ts';
import { NO_FILTER } from '../../shared/history/sessionList.ts';
import { OLD_ROWS } from '../history/oldRows.ts';
import { mutated } from './mutations.ts';
import { exported, goOutAndIn, outcomeOf, readBack } from './readBack.ts';
import { rightValues } from './requests.ts';
import { done, newTally, refused, type Tally } from './tally.ts';
import { anyText } from './texts.ts';
import { Broken } from './verdict.ts';

/** History files of which something was changed: refused without a trace, or taken in whole, so that all of it can be read. */

const NOW_MS = Date.UTC(2026, 10, 20);

/** A history with records of every kind, as it goes out. */
async function someHistory(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'soleus-fuzz-'));
  const { db } = openDatabase(join(folder, 'history'), 'now');
  for (const rows of OLD_ROWS) db.exec(rows);
  db.close();
  const services = createServices({ dataFolder: folder, host: 'browser', version: '0.0.0-fuzz', now: () => NOW_MS });
  try {
    return await exported(services.api, 'json', folder);
  } finally {
    services.close();
    rmSync(folder, { recursive: true });
  }
}

/** A file with one to three pieces of its text put out of place. */
export function edited(file: string): fc.Arbitrary<string> {
  const hostile = [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\0',
    '-',
    '1e999',
    'NaN',
    'null',
    '\ud800',
    '"__proto__":1,',
  ];
  const piece = fc.oneof(fc.constantFrom(...hostile), anyText({ maxLength: 5 }));
  const edit = fc.record({ at: fc.nat(file.length), length: fc.nat(30), piece });
  return fc
    .array(edit, { minLength: 1, maxLength: 3 })
    .map((edits) => edits.reduce((text, e) => text.slice(0, e.at) + e.piece + text.slice(e.at + e.length), file));
}

type Kept = Readonly<Record<string, unknown>>;

/** A file in which one record is another one, and which is right but for that. */
function recordChanged(
  file: string,
  change: (record: Kept, kind: KeptKind) => fc.Arbitrary<unknown>,
): fc.Arbitrary<string> {
  const parsed = JSON.parse(file) as Readonly<Record<string, readonly Kept[]>>;
  return fc.tuple(fc.constantFrom(...KEPT_NAMES), fc.nat(1000)).chain(([kind, n]) => {
    const records = parsed[kind] ?? [];
    const at = n % records.length;
    return change(records[at] ?? {}, kind).map((by) =>
      JSON.stringify({ ...parsed, [kind]: records.map((record, i) => (i === at ? by : record)) }),
    );
  });
}

/** A record as it may be, at the ends of all ranges too, of the same session or set. */
function otherRecord(record: Kept, kind: KeptKind): fc.Arbitrary<unknown> {
  const names = Object.entries(record).filter(([field]) => field === 'id' || field.endsWith('Id'));
  const other = rightValues(KEPT_RECORDS[kind], fc.uuid({ version: 7 })) as fc.Arbitrary<Kept>;
  return other.map((fields) => ({ ...fields, ...Object.fromEntries(names) }));
}

/** @throws Broken */
export async function fuzzHistories(seed: number, count: number): Promise<Tally> {
  const tally = newTally();
  const file = await someHistory();
  const cut = fc.nat(file.length).map((length) => file.slice(0, length));
  const files = fc.oneof(
    { weight: 4, arbitrary: recordChanged(file, otherRecord) },
    { weight: 3, arbitrary: recordChanged(file, (record) => mutated(fc.constant(record))) },
    { weight: 3, arbitrary: edited(file) },
    { weight: 1, arbitrary: cut },
  );
  for (const text of fc.sample(files, { seed, numRuns: count })) {
    if (await isTakenIn(text)) done(tally);
    else refused(tally);
  }
  return tally;
}

async function isTakenIn(text: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'soleus-fuzz-'));
  const dataFolder = join(folder, 'data');
  const now = (): number => NOW_MS;
  const services = createServices({ dataFolder, host: 'browser', version: '0.0.0-fuzz', now });
  const { api } = services;
  try {
    const sent = await sendHistory(api, new File([text], 'history.json'), () => undefined);
    const { state } = sent.state === 'refused' ? sent : await outcomeOf(api);
    if (state === 'imported') {
      await readBack(api, NOW_MS);
      await goOutAndIn(api, join(folder, 'out'), now);
      return true;
    }
    if (state !== 'refused') throw new Broken(`It ended as ${state}.`);
    const { total } = await api['history.list']({ filter: NO_FILTER, after: null, limit: 1 });
    const left = readdirSync(join(dataFolder, 'history')).filter((name) => name.startsWith('import'));
    if (total > 0 || left.length > 0) throw new Broken('It was refused, and something of it is left.');
    return false;
  } catch (error) {
    throw new Broken(`${error instanceof Error ? error.message : error}\nof the file ${text.slice(0, 20_000)}`);
  } finally {
    services.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
