import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from '../browser/chromium.ts';

export const ICONS = join(import.meta.dirname, '../../resources/icons');
/** The app's icon: a tile of 64 × 64 that everything else is drawn from. */
export const ICON = readFileSync(join(ICONS, 'soleus.svg'), 'utf8');

/** Draws an SVG as a square PNG of so many pixels. */
export type Draw = (svg: string, sidePx: number) => Promise<Buffer>;

/** Opens a browser to draw in for as long as the work takes. */
export async function withDrawing(work: (draw: Draw) => Promise<void>): Promise<void> {
  const browser = await chromium.launch(browserOptions());
  try {
    const page = await browser.newPage();
    await work(async (svg, sidePx) => {
      await page.setViewportSize({ width: sidePx, height: sidePx });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; width: ${sidePx}px; height: ${sidePx}px }</style>${svg}`,
      );
      return page.screenshot({ omitBackground: true });
    });
  } finally {
    await browser.close();
  }
}
