import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `npm run --silent sbom` prints what a package is made of, as CycloneDX. */
const ROOT = join(import.meta.dirname, '../..');
/** Known to npm as tools, and yet part of every package: the shell, and the networks of the pose models. */
const SHIPPED_TOOLS = ['electron', '@mediapipe/pose'];

const componentSchema = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  licenses: z.array(z.unknown()),
  properties: z.array(z.object({ name: z.string(), value: z.string() })),
});
const sbomSchema = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(componentSchema),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
export type Sbom = z.infer<typeof sbomSchema>;

/** What npm tells of the lock file, without the tools that only build and test. */
export function shippedSbom(): Sbom {
  const npm = process.env['npm_execpath'];
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const text = execFileSync(
    command,
    [...args, 'sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--include=peer', '--loglevel=error'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64e6, shell: process.platform === 'win32' && command === 'npm' },
  );
  const { metadata, components, dependencies, ...rest } = sbomSchema.parse(JSON.parse(text));
  const shipped = components.filter(({ name, properties }) => SHIPPED_TOOLS.includes(name) || !isTool(properties));
  // npm names the project after the folder it lies in.
  const component = { ...metadata.component, type: 'application', name: packageName() };
  const refs = new Set([component['bom-ref'], ...shipped.map((each) => each['bom-ref'])]);
  return {
    ...rest,
    metadata: { ...metadata, component },
    components: shipped,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
}

function isTool(properties: Sbom['components'][number]['properties']): boolean {
  return properties.some(({ name }) => name === 'cdx:npm:package:development');
}

function packageName(): string {
  return z.object({ name: z.string() }).parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).name;
}

if (import.meta.main) console.log(JSON.stringify(shippedSbom(), null, 2));
