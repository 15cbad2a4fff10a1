import type { Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';
import { openSoleus } from '../browser/soleusApp.ts';
import { twoMonths } from '../screens/tour.ts';
import { median } from './stats.ts';

/** How long it takes until something is seen, and until Today can be used, in the browser host with two months of history. */
export interface StartUp {
  /** The first time in this browser, and again with its files at hand (middle of several), in ms since the address was opened. */
  readonly first: Moments;
  readonly warm: Moments;
  readonly files: number;
  /** Of programs and styles that Today fetches, unpacked. */
  readonly codeBytes: number;
}

interface Moments {
  readonly paintedMs: number;
  readonly usableMs: number;
}

const WARM_ROUNDS = 9;
export const START_UP_BARS: Moments = { paintedMs: 500, usableMs: 1000 };

export async function measureStartUp(): Promise<StartUp> {
  const app = await openSoleus({
    past: twoMonths,
    prepare: async (page) => {
      await page.addInitScript(watchForStart, text.blocks.start);
    },
  });
  try {
    const first = await momentsOf(app.page);
    const warm: Moments[] = [];
    for (let round = 0; round < WARM_ROUNDS; round++) {
      await app.page.reload();
      warm.push(await momentsOf(app.page));
    }
    return {
      first,
      warm: {
        paintedMs: median(warm.map(({ paintedMs }) => paintedMs)),
        usableMs: median(warm.map(({ usableMs }) => usableMs)),
      },
      ...(await codeOf(app.page)),
    };
  } finally {
    await app.close();
  }
}

export function describeStartUp({ first, warm, files, codeBytes }: StartUp): string {
  const ms = ({ paintedMs, usableMs }: Moments): string =>
    `first paint ${paintedMs.toFixed(0)} ms, Today usable ${usableMs.toFixed(0)} ms`;
  return [
    `Start-up: ${ms(warm)} (bars ${START_UP_BARS.paintedMs} and ${START_UP_BARS.usableMs} ms)`,
    `  the first time in a browser: ${ms(first)}; ${files} files with ${(codeBytes / 1000).toFixed(0)} kB of code`,
  ].join('\n');
}

/** Runs in the page, before the app: notes when the button that starts a session can be pressed, to the frame. */
function watchForStart(label: string): void {
  const look = (): void => {
    const isThere = [...document.querySelectorAll('button')].some(
      (button) => button.textContent === label && !button.disabled && button.offsetParent !== null,
    );
    if (isThere) performance.mark('usable');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function momentsOf(page: Page): Promise<Moments> {
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  return page.evaluate(() => ({
    paintedMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    usableMs: performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN,
  }));
}

function codeOf(page: Page): Promise<{ files: number; codeBytes: number }> {
  return page.evaluate(() => {
    const code = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) =>
      /\.(js|css)$/.test(name),
    );
    return { files: code.length, codeBytes: code.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0) };
  });
}
