import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../../renderer');
/** Each is a single property; a shorthand such as border-color is four, which end one by one. */
const PLAIN = ['background-color', 'transform', 'width'];

/** react-aria remembers what moves, and forgets an element that is removed meanwhile only if one property of it did. */
test('no element moves in more than one property, so that none is kept when it is gone', () => {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  const moves = files.flatMap((file) =>
    [...readFileSync(join(RENDERER, file), 'utf8').matchAll(/[{;\s]transition:\s*([^;]+);/g)].map(([, what]) => what),
  );
  expect(moves.length).toBeGreaterThan(4);
  for (const what of moves) expect(PLAIN.map((name) => `${name} var(--move)`)).toContain(what);
});
