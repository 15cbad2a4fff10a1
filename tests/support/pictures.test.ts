import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { picturesIn } from './pictures.ts';
import { tempFolder } from './tempFolder.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

test('whatever holds a picture is found', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'traces'));
  writeFileSync(join(folder, 'frame'), PNG);
  writeFileSync(join(folder, 'settings.json'), '{"picture":"data:image/png;base64,iVBO"}');
  writeFileSync(join(folder, 'bare.json'), JSON.stringify({ pixels: 'A'.repeat(300) }));
  writeFileSync(join(folder, 'traces/a.jsonl.gz'), gzipSync(`{"t":1,"p":"data:image/png"}`));
  writeFileSync(join(folder, 'raw'), Buffer.alloc(64));
  const db = new Database(join(folder, 'history.sqlite'));
  db.exec('CREATE TABLE pictures (bytes BLOB)');
  db.prepare('INSERT INTO pictures VALUES (?)').run(PNG);
  db.close();
  expect(picturesIn(folder).sort()).toEqual([
    'bare.json: dense text',
    'frame: neither database nor text',
    'frame: png',
    'history.sqlite: png',
    'raw: neither database nor text',
    'settings.json: picture as text',
    `${join('traces', 'a.jsonl.gz')}: picture as text`,
  ]);
});

test('what is kept of a person is not mistaken for one', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ cameraId: 'a'.repeat(64), path: '/home/you/Soleus' }));
  const db = new Database(join(folder, 'history.sqlite'));
  db.exec('CREATE TABLE words (said TEXT)');
  db.prepare('INSERT INTO words VALUES (?)').run('Felt fine. '.repeat(40));
  db.close();
  expect(picturesIn(folder)).toEqual([]);
  expect(picturesIn(join(folder, 'missing'))).toEqual([]);
});
