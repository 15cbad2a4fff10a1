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

const stepSchema = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const workflowSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.number().optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      steps: z.array(stepSchema),
    }),
  ),
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
    const used = [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/uses: (.*)/g)].map(([, action = '']) => action);
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

test('secrets reach the step that signs, and no other', () => {
  const { jobs } = workflowOf('release.yml');
  const knowing = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ env = {} }) => Object.values(env).some((value) => value.includes('secrets.')));
  expect(knowing.map(({ name }) => name)).toEqual(['Pack']);
});
