import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ICON, ICONS, withDrawing } from './drawnIcon.ts';

/**
 * Draws the tray's pictures from the app's icon: `node tools/run.mjs tools/icons/drawTrayIcons.ts`. They are kept in the
 * repository, so this runs only when the icon changes.
 */

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

await withDrawing(async (draw) => {
  for (const { name, svg, size } of PICTURES) {
    for (const scale of [1, 2]) {
      const file = join(ICONS, `${name}${scale === 1 ? '' : `@${scale}x`}.png`);
      writeFileSync(file, await draw(svg, size * scale));
      console.log(file);
    }
  }
});
