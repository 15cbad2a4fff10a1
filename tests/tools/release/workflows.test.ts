import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, '.github/workflows');
/** The runners have no older Node for actions any more. */
const FIRST_ON_NODE_24: Readonly<Record<string, number>> = {
  checkout: 5,
  'setup-node': 5,
  'upload-artifact': 6,
  'download-artifact': 7,
};

/** The systems by the runners' own name for them: how their machines begin, and how what is packed there ends. */
const SYSTEMS = [
  { system: 'Linux', runners: /^ubuntu-/, packages: ['AppImage', 'deb'] },
  { system: 'macOS', runners: /^macos-/, packages: ['dmg', 'zip'] },
  { system: 'Windows', runners: /^windows-/, packages: ['exe'] },
];
/** What a command takes out of `dist/`, by its ending. */
const PACKAGES = /dist\/\*\.(\w+)/g;

const stepSchema = z.object({
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const jobSchema = z.object({
  if: z.string().optional(),
  needs: z.string().optional(),
  uses: z.string().optional(),
  strategy: z.object({ matrix: z.object({ os: z.array(z.string()) }) }).optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  steps: z.array(stepSchema).default([]),
});
const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), jobSchema),
});
const workflowOf = (file: string): z.infer<typeof workflowSchema> =>
  workflowSchema.parse(parse(readFileSync(join(FOLDER, file), 'utf8')));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

describe.each(readdirSync(FOLDER))('the workflow %s', (file) => {
  const workflow = workflowOf(file);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('runs only scripts that are there', () => {
    const named = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm (?:run (?:--silent )?)?([\w:]+)/g)]);
    expect(named.length).toBeGreaterThan(1);
    expect(named.map(([, script]) => script).filter((script = '') => !(script in scripts))).toEqual([]);
  });

  test('uses others’ actions as they were looked at, in versions that run on Node 24', () => {
    const used = [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/uses: (?!\.\/)(.*)/g)].map(
      ([, action = '']) => action,
    );
    expect(used.length).toBeGreaterThan(2);
    const isPinned = (action: string): boolean => {
      const [, name = '', major] = /^actions\/([\w-]+)@[0-9a-f]{40} # v(\d+)\.\d+\.\d+$/.exec(action) ?? [];
      return Number(major) >= (FIRST_ON_NODE_24[name] ?? Number.POSITIVE_INFINITY);
    };
    expect(used.filter((action) => !isPinned(action))).toEqual([]);
  });

  test('runs on systems that do not change by themselves', () => {
    expect(readFileSync(join(FOLDER, file), 'utf8')).not.toContain('-latest');
  });

  test('may read, and writes only where it publishes', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const writing = Object.entries(workflow.jobs).filter(([, { permissions }]) => permissions);
    expect(writing.map(([name]) => name)).toEqual(file === 'release.yml' ? ['publish'] : []);
  });

  test('puts nothing from outside into a command', () => {
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });
});

describe('a release', () => {
  const { jobs } = workflowOf('release.yml');
  const packing = jobs['package']?.steps ?? [];
  const publishing = jobs['publish']?.steps ?? [];
  const machinesOf = (job: z.infer<typeof jobSchema> | undefined): readonly string[] => job?.strategy?.matrix.os ?? [];

  test('is published from what was packed, where everything passes on the three systems', () => {
    expect(jobs['publish']).toMatchObject({ if: "startsWith(github.ref, 'refs/tags/')", needs: 'package' });
    expect(jobs['package']).toMatchObject({ needs: 'tests' });
    expect(jobs['tests']).toMatchObject({ uses: './.github/workflows/ci.yml' });
    const { on, jobs: checking } = workflowOf('ci.yml');
    expect(on).toHaveProperty('workflow_call');
    expect(checking['test']?.steps.filter(({ if: when }) => !when).map(({ run }) => run)).toContain('npm test');
    for (const { runners } of SYSTEMS)
      expect(machinesOf(checking['test'])).toContainEqual(expect.stringMatching(runners));
  });

  test.each(SYSTEMS)('tries every package for $system as it is installed', ({ system, runners, packages }) => {
    expect(machinesOf(jobs['package'])).toContainEqual(expect.stringMatching(runners));
    const here = packing.filter(({ if: when }) => when === `runner.os == '${system}'`).map(({ run = '' }) => run);
    const installed = here.flatMap((run) => [...run.matchAll(PACKAGES)].map(([, ending]) => ending));
    expect([...new Set(installed)].sort()).toEqual(packages);
    const tried = here.flatMap((run) => [...run.matchAll(/npm run test:desktop -- --app (\S+)$/gm)]);
    expect(tried).toHaveLength(packages.length);
  });

  test('tries the app for both processors of a Mac', () => {
    expect(machinesOf(jobs['package'])).toEqual(expect.arrayContaining(['macos-15', 'macos-15-intel']));
    expect(packing.map(({ run }) => run)).toContain('npm run package -- --own-arch');
  });

  test('keeps what was tried, and all of it', () => {
    const keeping = packing.at(-1)?.with ?? {};
    expect(keeping['name']).toMatch(/^packages-/);
    const kept = [...String(keeping['path']).matchAll(PACKAGES)].map(([, ending]) => ending);
    expect(kept.sort()).toEqual(SYSTEMS.flatMap(({ packages }) => packages).sort());
    expect(publishing.find(({ uses }) => uses?.startsWith('actions/download-artifact'))?.with).toMatchObject({
      pattern: 'packages-*',
      path: 'release',
    });
  });

  test('looks that a removed app leaves the data', () => {
    const all = packing.map(({ run = '' }) => run).join('\n');
    expect(all).toMatch(/apt-get remove --yes soleus[\s\S]*grep 'Your history and settings stay'/);
    expect(all).toMatch(/Uninstall Soleus\.exe[\s\S]*Test-Path \$history/);
  });

  test('comes with notes, a bill of materials and checksums of all of it', () => {
    const [making, telling] = publishing.slice(-2).map(({ run = '' }) => run);
    expect(making).toMatch(/> notes\.md\n[\s\S]*sbom > release\/\S+\.json\ncd release\nsha256sum \* > SHA256SUMS\n$/);
    expect(telling).toMatch(/^gh release create "\$GITHUB_REF_NAME" release\/\* .*--notes-file notes\.md/);
  });
});

test('secrets reach the step that signs, and no other', () => {
  const { jobs } = workflowOf('release.yml');
  const knowing = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ env = {} }) => Object.values(env).some((value) => value.includes('secrets.')));
  expect(knowing.map(({ name }) => name)).toEqual(['Pack']);
});
