import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from '../browser/chromium.ts';

/**
 * Draws the tray's pictures from the app's icon: `node tools/run.mjs tools/icons/drawTrayIcons.ts`. They are kept in the
 * repository, so this runs only when the icon changes.
 */
const FOLDER = join(import.meta.dirname, '../../resources/icons');
const ICON = readFileSync(join(FOLDER, 'soleus.svg'), 'utf8');
/** macOS colours a template itself: black lines on nothing, without the tile, and closer. */
const TEMPLATE = ICON.replace(/<rect[^>]*>/, '')
  .replaceAll(/stroke="#\w+"/g, 'stroke="#000"')
  .replace('viewBox="0 0 64 64"', 'viewBox="6 5 52 52"');

/** By the name that `electron/tray.ts` loads; Electron finds the one for finer screens by its ending. */
const PICTURES: readonly { name: string; svg: string; size: number }[] = [
  { name: 'trayTemplate', svg: TEMPLATE, size: 18 },
  { name: 'traySmall', svg: ICON, size: 16 },
  { name: 'tray', svg: ICON, size: 24 },
];

const browser = await chromium.launch(browserOptions());
const page = await browser.newPage();
for (const { name, svg, size } of PICTURES) {
  for (const scale of [1, 2]) {
    const side = size * scale;
    await page.setViewportSize({ width: side, height: side });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${side}px; height: ${side}px }</style>${svg}`,
    );
    const file = join(FOLDER, `${name}${scale === 1 ? '' : `@${scale}x`}.png`);
    writeFileSync(file, await page.screenshot({ omitBackground: true }));
    console.log(file);
  }
}
await browser.close();
