import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REFUSALS, type Refusal, RefusedError } from '../../../../../shared/history/importing.ts';
import { KEPT_NAMES } from '../../../../../shared/history/keptRecords.ts';
import { edited } from '../../../../../tools/fuzz/historyFiles.ts';
import { contents, historyMachines, type Machines } from '../../../../support/historyMachines.ts';
import { randomHistory } from '../../../../support/randomHistories.ts';

let machines: Machines;
let file: string;
let before: Record<string, unknown[]>;
let target: ReturnType<Machines['fresh']>;

const LIFE = { numRuns: 1, seed: 11 };

beforeAll(async () => {
  machines = historyMachines();
  const [past = []] = fc.sample(
    randomHistory.filter((records) => new Set(records.map(({ kind }) => kind)).size === KEPT_NAMES.length),
    LIFE,
  );
  const [here = []] = fc.sample(
    randomHistory.filter((records) => records.length > 20),
    { ...LIFE, seed: 5 },
  );
  file = await machines.exported(machines.fresh(past));
  target = machines.fresh(here);
  before = contents(target);
});
afterAll(() => machines.close());

/** What the file is refused with; fails where it is taken in, where something else goes wrong, or where anything changed. */
async function refusal(text: string, pieces = 3): Promise<Refusal> {
  const error = await machines.imported(target, text, pieces).then(
    () => new Error('It was taken in.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof RefusedError)) throw error;
  expect(REFUSALS).toContain(error.refusal.code);
  expect(contents(target)).toEqual(before);
  return error.refusal;
}

type Json = Record<string, Record<string, unknown>[]>;
async function changed(change: (file: Json) => void): Promise<Refusal> {
  const parsed = JSON.parse(file) as Json;
  change(parsed);
  return refusal(JSON.stringify(parsed));
}

function first(list: Record<string, unknown>[] | undefined): Record<string, unknown> {
  if (!list?.[0]) throw new Error('The history has none.');
  return list[0];
}

/** So many more of a kind, all of them of the same session or set. */
function many(json: Json, kind: string, n: number): void {
  const more = Array.from({ length: n }, () => ({ ...first(json[kind]), id: uuidv7() }));
  json[kind]?.push(...more);
  const counts = json['counts'] as unknown as Record<string, number>;
  counts[kind] = (counts[kind] ?? 0) + n;
}

describe('a file that is no history of ours', () => {
  test.each([
    ['nothing', '', 'unreadable'],
    ['only space', '   \n', 'unreadable'],
    ['words', 'hello', 'unreadable'],
    ['a list', '[1, 2]', 'foreign'],
    ['a number', '42', 'unreadable'],
    ['an empty object', '{}', 'incomplete'],
    ["another program's object", '{"name": "something else"}', 'foreign'],
    ['another format', '{"format": "other/1"}', 'foreign'],
    ['a format that is no word', '{"format": {"deep": 1}}', 'foreign'],
    ['a later format', '{"format": "soleus-history/2", "records": []}', 'newer'],
    ['a later database', '{"format": "soleus-history/1", "schema": 9999}', 'newer'],
    ['a list that is an object', '{"format": "soleus-history/1", "reps": {"0": {}}}', 'bad-record'],
    ['a list that is a number', '{"format": "soleus-history/1", "reps": 7}', 'bad-record'],
    ['records that are numbers', '{"format": "soleus-history/1", "reps": [7]}', 'bad-record'],
    ['records that are lists', '{"format": "soleus-history/1", "reps": [[]]}', 'bad-record'],
    ['a list twice', '{"format": "soleus-history/1", "reps": [], "reps": []}', 'bad-record'],
    ['no counts', '{"format": "soleus-history/1", "reps": []}', 'incomplete'],
    ['a prototype', '{"format": "soleus-history/1", "__proto__": {"counts": {}}}', 'foreign'],
    ['an endless count', '{"format": "soleus-history/1", "counts": {"reps": 1e999}}', 'bad-record'],
    ['a very long word', `{"format": "soleus-history/1", "app": "x${'x'.repeat(1_100_000)}`, 'too-large'],
    [
      'a very large object',
      `{"format": "soleus-history/1", "settings": {${'"a":{},'.repeat(200_000)}"b":1}}`,
      'too-large',
    ],
    ['very deep objects', `{"format": "soleus-history/1", "reps": [${'{"a":'.repeat(100_000)}`, 'bad-record'],
    ['very deep lists', `{"format": "soleus-history/1", "reps": [${'['.repeat(1_000_000)}`, 'bad-record'],
    ['a very long number', `{"format": "soleus-history/1", "schema": ${'9'.repeat(1_100_000)}}`, 'bad-record'],
    ['much space', `{"format": "soleus-history/1"${' '.repeat(1_100_000)}}`, 'too-large'],
  ])('%s', async (_, text, code) => {
    expect((await refusal(text)).code).toBe(code);
  });
});

describe('a history that was tampered with', () => {
  test('as it was written it is good, however it is laid out', async () => {
    const other = machines.fresh();
    await machines.imported(other, JSON.stringify(JSON.parse(file), null, 2));
    expect(await machines.exported(other)).toBe(file);
    await machines.imported(other, `\uFEFF${file}\n\n`);
  });

  test('a text is kept as it was measured: without the space around it', async () => {
    const json = JSON.parse(file) as Json;
    const space = ' '.repeat(900_000);
    Object.assign(first(json['overrides']), { reason: `${space}it is fine` });
    Object.assign(first(json['amendments']), { target: 'set', field: 'note', value: `tired${space}` });
    const other = machines.fresh();
    await machines.imported(other, JSON.stringify(json));
    const textOf = (table: string, column: string, one: Record<string, unknown>): string =>
      String(other.prepare(`SELECT ${column} FROM ${table} WHERE id = ?`).pluck().get(one['id'])).slice(0, 50);
    expect(textOf('overrides', 'reason', first(json['overrides']))).toBe('it is fine');
    expect(textOf('amendments', 'value', first(json['amendments']))).toBe('"tired"');
  });

  test('the record that is wrong is named, with its line', async () => {
    const text = file.replace(/"topMs":[^,}]*/, '"topMs":"soon"');
    const line = text.slice(0, text.indexOf('"soon"')).split('\n').length;
    expect(await refusal(text)).toMatchObject({ code: 'bad-record', place: { part: 'reps', n: 1, line } });
    const { reps } = JSON.parse(file) as Json;
    const refused = await changed((json) => Object.assign(first(json['reps']), { topMs: null }));
    expect(refused).toMatchObject({ code: 'bad-record', place: { part: 'reps', n: 1, id: first(reps)['id'] } });
    expect(refused.detail).toMatch(/^topMs: /);
  });

  test.each<[string, string, (json: Json) => void]>([
    ['bad-record', 'a field too many', (json) => Object.assign(first(json['sets']), { extra: 1 })],
    ['bad-record', 'a field too few', (json) => delete first(json['sets'])['exercise']],
    ['bad-record', 'an unknown exercise', (json) => Object.assign(first(json['sets']), { exercise: 'squat' })],
    ['bad-record', 'a number that is none', (json) => Object.assign(first(json['reps']), { n: 1.5 })],
    ['bad-record', 'an id that is none', (json) => Object.assign(first(json['sessions']), { id: '../../etc' })],
    [
      'bad-record',
      'a string without end',
      (json) => Object.assign(first(json['overrides']), { reason: 'x'.repeat(900_000) }),
    ],
    [
      'bad-record',
      'a break event that lacks what it needs',
      (json) => Object.assign(first(json['breakEvents']), { kind: 'snoozed', n: null }),
    ],
    ['twice', 'a record twice', (json) => json['feels']?.push(first(json['feels']))],
    [
      'twice',
      'two reps at one place',
      (json) => json['reps']?.splice(1, 0, { ...first(json['reps']), id: first(json['feels'])['id'] }),
    ],
    [
      'lost-reference',
      'a rep without its set',
      (json) => Object.assign(first(json['reps']), { setId: first(json['reps'])['id'] }),
    ],
    ['too-large', 'a session of more sets than anybody does', (json) => many(json, 'sets', 1001)],
    ['incomplete', 'a record less', (json) => json['checkIns']?.pop()],
    ['incomplete', 'counts that are not told', (json) => delete json['counts']],
    ['foreign', 'a part that we do not know', (json) => Object.assign(json, { diary: [] })],
  ])('%s: %s', async (code, _, change) => {
    expect((await changed(change)).code).toBe(code);
  });

  test('a record that is here with another content is refused and named', async () => {
    await machines.imported(target, file);
    before = contents(target);
    const refused = await changed((json) => Object.assign(first(json['reps']), { atMs: 5 }));
    expect(refused).toMatchObject({ code: 'conflict', place: { part: 'reps', n: 1 } });
  });

  test('cut off anywhere, it is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.trimEnd().length - 1 }), async (length) => {
        await refusal(file.slice(0, length));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('whatever is changed in it, it is refused or taken in whole', async () => {
    await fc.assert(
      fc.asyncProperty(edited(file), async (text) => {
        const db = machines.fresh();
        const empty = contents(db);
        const error = await machines.imported(db, text).then(
          () => null,
          (reason: unknown) => reason,
        );
        if (error !== null && !(error instanceof RefusedError)) throw error;
        if (error) expect(contents(db)).toEqual(empty);
        else expect(Object.values(contents(db)).flat().length).toBeGreaterThan(0);
        db.close();
      }),
      { numRuns: 20 },
    );
    expect(Object.prototype).not.toHaveProperty('counts');
  }, 60_000);

  test('nothing is left beside the history', () => {
    expect(readdirSync(machines.folder).filter((name) => name.startsWith('staged'))).toEqual([]);
  });
});
