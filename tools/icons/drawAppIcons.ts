import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Draw, ICON, withDrawing } from './drawnIcon.ts';
import { ICNS_SIDES_PX, ICO_SIDES_PX, icnsOf, icoOf, type Picture } from './iconFiles.ts';

/**
 * Draws the icons of the packages from the app's icon: `node tools/run.mjs tools/icons/drawAppIcons.ts`. They are kept in
 * the repository, so this runs only when the icon changes.
 */
const FOLDER = join(import.meta.dirname, '../../resources/package');
const LINUX_SIDES_PX = [16, 24, 32, 48, 64, 128, 256, 512];
/** On macOS the tile takes 824 of 1024 px; the rest is air. */
const MAC_ICON = ICON.replace('viewBox="0 0 64 64"', `viewBox="${marginBox(64 * (1024 / 824))}"`);

function marginBox(side: number): string {
  const margin = (64 - side) / 2;
  return `${margin} ${margin} ${side} ${side}`;
}

async function pictures(draw: Draw, svg: string, sidesPx: readonly number[]): Promise<Picture[]> {
  const drawn: Picture[] = [];
  for (const sidePx of sidesPx) drawn.push({ sidePx, png: await draw(svg, sidePx) });
  return drawn;
}

await withDrawing(async (draw) => {
  mkdirSync(join(FOLDER, 'icons'), { recursive: true });
  writeFileSync(join(FOLDER, 'icon.icns'), icnsOf(await pictures(draw, MAC_ICON, ICNS_SIDES_PX)));
  writeFileSync(join(FOLDER, 'icon.ico'), icoOf(await pictures(draw, ICON, ICO_SIDES_PX)));
  for (const { sidePx, png } of await pictures(draw, ICON, LINUX_SIDES_PX)) {
    writeFileSync(join(FOLDER, 'icons', `${sidePx}x${sidePx}.png`), png);
  }
});
console.log(FOLDER);
