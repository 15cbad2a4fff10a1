import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedSbom } from '../../../tools/release/sbom.ts';

test('the bill of materials lists everything that is shipped with a licence, and no tools', () => {
  const { metadata, components, dependencies } = shippedSbom();
  const { version, dependencies: direct } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
  );
  expect(metadata.component).toMatchObject({ name: 'soleus', type: 'application', version });
  const names = components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...Object.keys(direct), 'electron', '@mediapipe/pose', 'react-aria']));
  expect(names.filter((name) => /vite|playwright|biome|typescript|electron-builder/.test(name))).toEqual([]);
  expect(components.filter(({ licenses }) => licenses.length === 0)).toEqual([]);
  const refs = [metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])];
  expect(
    dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.includes(ref)),
  ).toEqual([]);
});
