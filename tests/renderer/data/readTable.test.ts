import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable, readTableFile } from '../../../renderer/data/readTable.ts';
import type { LogTable } from '../../../shared/history/csvLog.ts';
import { anyText } from '../../../tools/fuzz/texts.ts';

function tableOf(text: string): LogTable {
  const table = readTable(text);
  if (typeof table === 'string') throw new Error(table);
  return table;
}

test('whatever stands between the cells, with quotes, empty lines and a byte order mark', () => {
  for (const separator of [',', ';', '\t', '|']) {
    const lines = ['\uFEFFDate,Note', '', '2026-01-02,"a ""b""\nc"', ' ,', '2026-01-03,', ''];
    const { header, rows } = tableOf(lines.map((line) => line.replaceAll(',', separator)).join('\r\n'));
    expect(header, separator).toEqual(['Date', 'Note']);
    expect(rows).toEqual([
      { line: 3, cells: ['2026-01-02', 'a "b"\nc'] },
      { line: 6, cells: ['2026-01-03', ''] },
    ]);
  }
});

test('what is no table, or too much of one, is said', async () => {
  for (const text of ['', '\n\n', 'Date,Note', ' , \n']) expect(readTable(text), text).toBe('empty');
  expect(readTable(`a,b\n${'1,2\n'.repeat(20_001)}`)).toBe('too-large');
  expect(await readTableFile(new File(['x'.repeat(5_000_001)], 'log.csv'))).toBe('too-large');
  const western = new File([new Uint8Array([0x44, 0x0a, 0xfc])], 'log.csv');
  expect(await readTableFile(western)).toMatchObject({ header: ['D'], rows: [{ cells: ['ü'] }] });
});

test('a cell without end is cut, and its note still is too long', () => {
  const { rows } = tableOf(`Date,Exercise,Note\n2026-01-02,Glute bridge,${'x'.repeat(1_000_000)}`);
  expect(rows[0]?.cells[2]).toHaveLength(5_000);
});

test('much of anything is read or refused, without end nor error', () => {
  for (const piece of ['"', '""', '","', 'a"b,', ',', '\r', '\n"', '"\n', ';,\t|']) {
    const table = readTable(piece.repeat(Math.floor(200_000 / piece.length)));
    expect(typeof table === 'string' || table.rows.length > 0).toBe(true);
  }
  fc.assert(
    fc.property(anyText({ maxLength: 200 }), anyText({ maxLength: 200 }), (a, b) => {
      const table = readTable(`${a}"${b}\n${b}"${a}`);
      if (typeof table === 'string') return;
      const lines = table.rows.map(({ line }) => line);
      expect(lines).toEqual([...lines].sort((x, y) => x - y));
    }),
  );
});
