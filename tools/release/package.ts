import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { buildOptions, DIST, homepageOf, projectNames, signing } from './packages.ts';

/**
 * `npm run package` packs the desktop app for this system into dist/, as electron-builder.yml says; with `-- --dir` only
 * unpacked, with `-- --own-arch` for this machine's processor alone. It fetches Electron and the makers of the packages.
 */
const { values } = parseArgs({
  options: { dir: { type: 'boolean', default: false }, 'own-arch': { type: 'boolean', default: false } },
});

// A secret that is not there reaches a workflow's step as an empty text.
for (const [name, value] of Object.entries(process.env)) {
  if (value === '' && /^(WIN_)?CSC_|^APPLE_/.test(name)) delete process.env[name];
}
if (!homepageOf(process.env) && !values.dir) {
  console.error('Name the page where the app can be got: SOLEUS_HOMEPAGE=https://… npm run package');
  process.exit(1);
}
rmSync(DIST, { recursive: true, force: true });
await build({
  ...buildOptions({ dir: values.dir, ownArch: values['own-arch'] }, process.platform, process.arch),
  config: { ...signing(process.platform, process.env), ...projectNames(process.env) },
});
