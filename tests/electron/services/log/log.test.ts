import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { asCallError } from '../../../../electron/services/history/database.ts';
import { openLog } from '../../../../electron/services/log/log.ts';
import { scrubError, scrubStack } from '../../../../electron/services/log/scrub.ts';
import { createServices } from '../../../../electron/services/services.ts';
import { aRep } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

const NOON = Date.UTC(2026, 10, 20, 12);

function logOf(folder: string): string {
  return readFileSync(join(folder, 'logs', 'soleus.log'), 'utf8');
}

describe('what is written of an error', () => {
  test('says what it is and where it came from, not what it says', () => {
    const read = (): unknown => JSON.parse('{"note": My knee hurts}');
    let error: unknown;
    try {
      read();
    } catch (reason) {
      error = asCallError(reason);
    }
    const scrubbed = scrubError(error);
    expect(scrubbed).toMatchObject({ name: 'SyntaxError', code: 'internal' });
    expect(scrubbed.frames.join('\n')).toContain('log.test.ts');
    expect(JSON.stringify(scrubbed)).not.toContain('knee');
  });

  test.each<[string, string, string]>([
    [
      'a call',
      '    at addRep (file:///home/anna/Soleus/electron/services/store.ts:12:3)',
      'addRep electron/services/store.ts:12:3',
    ],
    ['no name', '    at /home/anna/app/shared/motion/hop.ts:7:1', '(anonymous) shared/motion/hop.ts:7:1'],
    [
      'another disk',
      '    at async Object.make (C:\\Users\\Anna\\app.asar\\out\\main\\main.js:99:14)',
      'async Object.make out/main/main.js:99:14',
    ],
    ['the page', '    at render (http://127.0.0.1:7653/assets/App-x1.js?token=secret:1:20)', 'render App-x1.js:1:20'],
    [
      'folders with spaces',
      '    at Database.prepare (C:\\Users\\Anna Example\\Soleus (x86)\\node_modules\\better-sqlite3\\lib\\methods\\wrappers.js:5:21)',
      'Database.prepare node_modules/better-sqlite3/lib/methods/wrappers.js:5:21',
    ],
    [
      'folders with spaces and no name',
      '    at async C:\\Users\\Anna (home)\\electron\\main.ts:5:21',
      '(anonymous) electron/main.ts:5:21',
    ],
    [
      'a folder like one of ours',
      '    at addRep (/srv/shared/anna.example/soleus/electron/services/store.ts:12:3)',
      'addRep electron/services/store.ts:12:3',
    ],
    [
      'an address with a space',
      '    at new Store (file:///home/Anna%20Example/shared/motion/hop.ts:7:1)',
      'new Store shared/motion/hop.ts:7:1',
    ],
    [
      'a scope',
      '    at Page.run [as go] (/home/anna/node_modules/@visx/axis/esm/Axis.js:7:1)',
      'Page.run [as go] node_modules/@visx/axis/esm/Axis.js:7:1',
    ],
    ['Firefox', 'render@http://127.0.0.1:7653/assets/App-x1.js:1:20', 'render App-x1.js:1:20'],
  ])('a line of a stack: %s', (_, line, expected) => {
    expect(scrubStack(`Error: of anna\n${line}`)).toEqual([expected]);
  });

  test.each([
    'at home with Anna my knee hurts',
    'at Anna’s from 10:30:15',
    'at 10:30:15',
    'see anna@example.org:10:30',
    '    at async Promise.all (index 0)',
    '    at eval (eval at show (/home/anna/electron/x.ts:1:2), <anonymous>:1:3)',
  ])('no line of a stack: %s', (line) => {
    expect(scrubStack(`Error\n${line}\n    at f (/home/anna/electron/x.ts:1:2)`)).toEqual(['f electron/x.ts:1:2']);
  });

  test('a line of a stack is never as long as this', () => {
    const place = (letters: number): string => `    at f (/${'x'.repeat(letters)}/electron/x.ts:1:2)`;
    expect(scrubStack(place(400))).toEqual(['f electron/x.ts:1:2']);
    expect(scrubStack(place(500))).toEqual([]);
  });

  test('what an error said is not taken for a line of its stack', () => {
    const error = new Error('at home\n    at Anna (/home/anna/diary.js:1:2)\nmy knee hurts');
    expect(scrubError(error).frames.join('\n')).toMatch(/^\S+ electron\/services\/log\/log.test.ts/);
    expect(JSON.stringify(scrubError(error))).not.toContain('diary');
  });

  test('whatever is thrown', () => {
    for (const thrown of ['Anna', null, undefined, 7, { name: 'Anna Example lives here', code: 'a b' }]) {
      expect(JSON.stringify(scrubError(thrown))).not.toContain('Anna');
    }
  });
});

describe('the log', () => {
  test('is rotated, and never grows beyond three files', () => {
    const folder = tempFolder();
    const log = openLog(folder, () => NOON);
    for (let i = 0; i < 30_000; i++) log.note('history-opened', { ms: i });
    const files = readdirSync(join(folder, 'logs')).sort();
    expect(files).toEqual(['soleus.1.log', 'soleus.2.log', 'soleus.log']);
    for (const file of files) expect(statSync(join(folder, 'logs', file)).size).toBeLessThan(260_000);
    expect(log.lastLines(2)).toEqual([29_998, 29_999].map((i) => `2026-11-20T12:00:00.000Z history-opened ms=${i}`));
  });

  test('tells the same error once a minute, and each other one', () => {
    const folder = tempFolder();
    let nowMs = NOON;
    const log = openLog(folder, () => nowMs);
    const error = new RangeError('x');
    for (let second = 0; second < 90; second++) {
      log.error('breaks.state', error);
      nowMs += 1000;
    }
    log.error('breaks.act', error);
    expect(logOf(folder).match(/where=breaks.state/g)).toHaveLength(2);
    expect(logOf(folder).match(/where=breaks.act name=RangeError/g)).toHaveLength(1);
  });

  test('is silent where it cannot write', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    expect(() => openLog(folder, () => NOON).note('start')).not.toThrow();
  });
});

test('a failed call is in the log and in the diagnostics, and nobody’s name, folder or words are', async () => {
  const dataFolder = tempFolder();
  const services = createServices({ dataFolder, host: 'browser', version: '1.2.3', now: () => NOON });
  onTestFinished(() => services.close());
  const { api } = services;
  await expect(api['history.addRep'](aRep('01890000-0000-7000-8000-000000000001', 1))).rejects.toThrow();
  await api['app.report']({ name: 'TypeError', stack: `TypeError: of Anna\n    at show (${homedir()}/App.tsx:3:1)` });
  const { text } = await api['app.diagnostics'](null);
  expect(text).toContain('Soleus 1.2.3, browser');
  expect(text).toMatch(/History: version \d+, \d+ KB/);
  expect(text).toMatch(/start version=1.2.3 host=browser/);
  expect(text).toMatch(
    /error where=history.addRep name=SqliteError code=bad-request\n +\S+ electron\/services\/history\/store/,
  );
  expect(text).toMatch(/error where=page name=TypeError\n +show App.tsx:3:1/);
  for (const secret of [dataFolder, homedir(), 'Anna', '01890000', 'FOREIGN KEY']) expect(text).not.toContain(secret);
  expect(logOf(dataFolder)).not.toContain(dataFolder);
});
