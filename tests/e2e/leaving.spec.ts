import { text } from '../../renderer/messages/en.ts';
import { expect, test } from './support/app.ts';
import { foreignOf, recordTraffic } from './support/traffic.ts';
import { openElsewhere, tryEveryWay } from './support/waysOut.ts';

test('the page reaches no server but its own, whatever it tries', async ({ openApp }) => {
  const elsewhere = await openElsewhere();
  try {
    const { page, host, traffic } = await openApp({
      expectedErrors: /Content Security Policy|violates|blocked|Failed to|net::ERR/,
    });
    const own = new URL(host.address).host;
    await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
    await tryEveryWay(page, elsewhere);
    expect(elsewhere.reached()).toEqual([]);
    expect(foreignOf(traffic.asked(), own)).toEqual([]);
    expect(new URL(page.url()).host).toBe(own);
    // The same from a page without our policy gets through, and is seen by both: so it would have been above.
    const other = await page.context().browser()?.newPage();
    if (!other) throw new Error('The browser is gone.');
    const ofOther = recordTraffic(other);
    await other.evaluate(`fetch('${elsewhere.address}', { mode: 'no-cors' })`);
    expect(elsewhere.reached()).toHaveLength(1);
    expect(foreignOf(ofOther.asked(), own)).toEqual([elsewhere.address]);
  } finally {
    elsewhere.close();
  }
});
