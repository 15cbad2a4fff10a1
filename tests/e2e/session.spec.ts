import { uuidv7 } from 'uuidv7';
import { text } from '../../renderer/messages/en.ts';
import { isSeen } from '../../shared/exercises/exerciseIds.ts';
import { type Block, tasksOf } from '../../shared/session/sessionPlan.ts';
import type { Programme } from '../../shared/settings/settings.ts';
import { FOUR_BLOCKS } from '../../tools/clips/fakeCameraClips.ts';
import { expect, test } from './support/app.ts';

/** Four blocks: both legs, one leg after the other, lying down, and by the clock. */
const BLOCKS: Block[] = [
  { exercise: 'dynamic-calf-stretch', part: 'warm-up', sets: 1, sides: ['both'], target: { reps: 2 }, restMs: 0 },
  { exercise: 'calf-raise-single', part: 'main', sets: 1, sides: ['left', 'right'], target: { reps: 2 }, restMs: 0 },
  { exercise: 'glute-bridge', part: 'main', sets: 1, sides: ['both'], target: { reps: 2 }, restMs: 0 },
  { exercise: 'step-drop-stretch', part: 'cool-down', sets: 1, sides: ['both'], target: { goMs: 5000 }, restMs: 0 },
];
const PROGRAMME: Programme = { id: uuidv7(), name: 'Four blocks', blocks: BLOCKS };

test('a session of four blocks runs by itself, and its history is what the athlete did', async ({ openApp }) => {
  test.setTimeout(240_000);
  const { page, traffic, sessionsAfterStop } = await openApp({
    clip: FOUR_BLOCKS,
    settings: { programmes: [PROGRAMME] },
  });
  await page.getByRole('button', { name: text.app.programmes }).click();
  await page.getByRole('button', { name: text.blocks.startOf(PROGRAMME.name) }).click();
  // Nobody touches anything until the last question.
  await expect(page.getByRole('heading', { name: text.summary.sessionDone })).toBeVisible({ timeout: 200_000 });
  await page.getByRole('button', { name: text.summary.finish }).click();
  await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();

  // All of it was recorded, the worker's part too; that none of it went elsewhere is looked at after every test.
  const asked = traffic.asked().join('\n');
  for (const part of [/\/socket$/m, /poseWorker.*\.js$/m, /\.task$/m, /\.wasm$/m, /\.webm$/m])
    expect(asked).toMatch(part);

  const [session, ...others] = await sessionsAfterStop();
  expect(others).toEqual([]);
  expect(session).toMatchObject({ end: { reason: 'finished' }, plan: { plan: { kind: 'own', blocks: BLOCKS } } });
  const tasks = tasksOf({ kind: 'own', blocks: BLOCKS });
  expect(session?.sets.map(({ exercise, side, task, end }) => ({ exercise, side, task, end: end?.reason }))).toEqual(
    tasks.map(({ exercise, side }, task) => ({ exercise, side, task, end: 'finished' })),
  );
  const seen = session?.sets.filter(({ exercise }) => isSeen(exercise)) ?? [];
  expect(seen.map(({ reps }) => reps.map(({ n }) => n))).toEqual(seen.map(() => [1, 2]));
  const reps = seen.flatMap((set) => set.reps.map((rep) => ({ ...rep, asked: set.side })));
  reps.forEach(({ measures, asked }, i) => {
    const truth = FOUR_BLOCKS.movement.reps[i];
    if (truth?.peakHipDeg !== undefined) expect(measures?.peakHipDeg).toBeGreaterThan(160);
    expect(measures?.side).toBe(asked);
    const off = durationOf(measures) - durationOf(truth);
    expect(Math.abs(off), `rep ${i + 1} of the session`).toBeLessThan(400);
  });
  const stretch = session?.sets.at(-1);
  expect(stretch).toMatchObject({ targetMs: 5000, reps: [] });
  expect((stretch?.end?.endedAtMs ?? 0) - (stretch?.startedAtMs ?? 0)).toBeGreaterThanOrEqual(4900);
});

/** From leaving the floor to being back. */
function durationOf(rep: { startMs?: number | null; endMs?: number | null } | null | undefined): number {
  return (rep?.endMs ?? Number.NaN) - (rep?.startMs ?? Number.NaN);
}
