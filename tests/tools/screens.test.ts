import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CAMERA_TOURS, TOURS } from '../../tools/screens/tour.ts';

test('every stop of the tours has its two pictures, and every picture its stop; `npm run screens` draws them', () => {
  const stops = [...TOURS, ...CAMERA_TOURS].flatMap((tour) => tour.stops.map(({ name }) => name));
  const wanted = [...new Set(stops)].flatMap((name) => [`${name}-dark.jpg`, `${name}-light.jpg`]);
  expect(readdirSync(join(import.meta.dirname, '../../docs/screens')).sort()).toEqual(wanted.sort());
});
