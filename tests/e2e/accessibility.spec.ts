import AxeBuilder from '@axe-core/playwright';
import { TOURS } from '../../tools/screens/tour.ts';
import { expect, test } from './support/app.ts';

/** What may differ between light and dark; all else is the same screen. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** WCAG 2.2 AA and axe's best practices, on every screen, light and dark. */
for (const tour of TOURS) {
  test(`axe finds nothing: ${tour.name}`, async ({ openApp }) => {
    test.setTimeout(400_000);
    const { page } = await openApp(tour.app);
    for (const stop of tour.stops) {
      await stop.go(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const axe = new AxeBuilder({ page });
        const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(OF_COLOURS)).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
        expect(found, `${stop.name}, ${colorScheme}`).toEqual([]);
      }
    }
  });
}
