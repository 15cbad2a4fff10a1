import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const packageSchema = z.object({ homepage: z.url({ protocol: /^https$/ }) });

/** Where newer versions can be had: on the project's page, which the packer writes into package.json. The sources name none. */
export function releasesPage(appFolder: string): string | null {
  try {
    const { homepage } = packageSchema.parse(JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')));
    return `${homepage}/releases`;
  } catch {
    return null;
  }
}
