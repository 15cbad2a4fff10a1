import { uuidv7 } from 'uuidv7';
import { text } from '../../renderer/messages/en.ts';
import type { RepRecord } from '../../shared/history/records.ts';
import { TONES } from '../../shared/session/clips.ts';
import { openLatestSession } from '../../tools/browser/historyPages.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import type { Clip } from '../../tools/clips/clips.ts';
import { EIGHT_DOUBLES, FAST_LOWERS, FIVE_LOWERS, IDLE_AND_AWAY, TEN_HOPS } from '../../tools/clips/fakeCameraClips.ts';
import { expect, test } from './support/app.ts';
import { noteSounds, type Sound, soundsOf } from './support/sounds.ts';

const SET_WITHIN_MS = 110_000;

test('eight double raises before the camera are eight in the history', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp({ clip: EIGHT_DOUBLES });
  await startSet(page, { exercise: 'calf-raise-double', reps: 8 });
  await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({
    timeout: SET_WITHIN_MS,
  });
  await page.getByRole('button', { name: text.summary.finish }).click();

  await openLatestSession(page);
  await expect(page.locator('.set-card-count')).toHaveText('8');
  await expect(page.locator('.timeline-rep')).toHaveCount(8);

  const [session, ...others] = await sessionsAfterStop();
  expect(others).toEqual([]);
  expect(session).toMatchObject({ source: 'camera', end: { reason: 'finished' } });
  expect(session?.sets).toMatchObject([
    { exercise: 'calf-raise-double', targetReps: 8, end: { reason: 'finished' }, corrected: 0 },
  ]);
  const reps = session?.sets[0]?.reps ?? [];
  expect(reps.map((rep) => rep.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expectLoweringsNear(reps, EIGHT_DOUBLES);
  reps.forEach((rep, i) => {
    const truth = EIGHT_DOUBLES.movement.reps[i]?.heightCm ?? 0;
    expect(Math.abs((rep.measures?.heightCm ?? 0) - truth)).toBeLessThan(1.5);
  });
});

test('five slow lowers on the right leg are five, each timed within 0.3 s', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp({ clip: FIVE_LOWERS, beforeLoad: noteSounds });
  await startSet(page, { exercise: 'calf-raise-eccentric', reps: 5, side: 'right' });
  await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({
    timeout: SET_WITHIN_MS,
  });
  await expect(page.getByText(text.summary.share(5, 5))).toBeVisible();
  const sounds = await soundsOf(page);
  const isTone = (clip: string): boolean => TONES.some((tone) => tone === clip);
  const words = sounds.map((sound) => sound.clip).filter((clip) => !isTone(clip));
  // How much of the lead is said depends on how soon the person stands ready.
  const lead = ['name-calf-raise-eccentric', 'right-leg', 'setup-calf-raise-eccentric'];
  expect(lead.slice(0, words.indexOf('ready'))).toEqual(words.slice(0, words.indexOf('ready')));
  expect(words.slice(words.indexOf('ready'))).toEqual([
    ...['ready', 'number-3', 'number-2', 'number-1', 'go'],
    ...['number-1', 'number-2', 'number-3', 'number-4', 'number-5', 'session-done'],
  ]);
  expectTicks(sounds, 5);
  const [session] = await sessionsAfterStop();
  const reps = session?.sets[0]?.reps ?? [];
  expect(reps).toHaveLength(5);
  expect(reps.map((rep) => rep.measures?.side)).toEqual(Array(5).fill('right'));
  expect(reps.flatMap((rep) => rep.measures?.faults)).toEqual([]);
  expectLoweringsNear(reps, FIVE_LOWERS);
});

test('lowers that are too fast are flagged', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp({ clip: FAST_LOWERS, beforeLoad: noteSounds });
  await startSet(page, { exercise: 'calf-raise-eccentric', reps: 2, side: 'right' });
  await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({
    timeout: SET_WITHIN_MS,
  });
  expect((await soundsOf(page)).filter((sound) => sound.clip === 'slower')).toHaveLength(1);
  await expect(page.getByText(text.session.repDot(1, [text.fault['lowered-too-fast']]))).toBeAttached();
  const [session] = await sessionsAfterStop();
  expect(session?.sets[0]?.reps.map((rep) => rep.measures?.faults)).toEqual([
    ['lowered-too-fast'],
    ['lowered-too-fast'],
  ]);
});

test('squatting, walking and reaching count nothing; out of the picture and back keeps the count', async ({
  openApp,
}) => {
  const { page, sessionsAfterStop } = await openApp({ clip: IDLE_AND_AWAY });
  await startSet(page, { exercise: 'calf-raise-double', reps: 4 });
  await expect(page.locator('.count')).toHaveText('2', { timeout: SET_WITHIN_MS });
  await expect(page.getByText(text.session.away)).toBeVisible({ timeout: SET_WITHIN_MS });
  await expect(page.getByText(text.session.awayHint(2))).toBeVisible();
  await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({
    timeout: SET_WITHIN_MS,
  });
  const [session] = await sessionsAfterStop();
  const reps = session?.sets[0]?.reps ?? [];
  expect(reps.map((rep) => rep.n)).toEqual([1, 2, 3, 4]);
  expectLoweringsNear(reps, IDLE_AND_AWAY);
});

test('ten hops are ten, with their flights', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp({
    clip: TEN_HOPS,
    beforeLoad: noteSounds,
    past: (store) =>
      store.addOverride({
        id: uuidv7(),
        atMs: 1_700_000_000_000,
        exercise: 'pogo-double',
        reason: 'My physio says so.',
      }),
  });
  await startSet(page, { exercise: 'pogo-double', reps: 10 });
  await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({
    timeout: SET_WITHIN_MS,
  });
  const said = (await soundsOf(page)).map((sound) => sound.clip);
  expect(said.filter((clip) => clip.startsWith('number-')).slice(3)).toEqual(['number-5', 'number-10']);
  const [session] = await sessionsAfterStop();
  const flights = (session?.sets[0]?.reps ?? []).map(
    ({ measures }) => (measures?.landMs ?? 0) - (measures?.takeoffMs ?? 0),
  );
  expect(flights).toHaveLength(10);
  const truth = TEN_HOPS.movement.reps[0]?.flightMs ?? 0;
  for (const flight of flights) expect(Math.abs(flight - truth)).toBeLessThan(70);
});

/** In each lowering a tick on every second that it lasted, to the millisecond on the audio clock, then the landing. */
function expectTicks(sounds: readonly Sound[], lowers: number): void {
  const tones = sounds.filter((sound) => sound.clip === 'tick' || sound.clip === 'landing');
  expect(tones.filter((tone) => tone.clip === 'landing')).toHaveLength(lowers);
  let before: Sound | undefined;
  let ticks = 0;
  for (const tone of tones) {
    if (tone.clip === 'tick' && before?.clip === 'tick') expect(tone.atS - before.atS).toBeCloseTo(1, 3);
    ticks = tone.clip === 'tick' ? ticks + 1 : 0;
    before = tone;
    if (tone.clip === 'landing') continue;
    expect(ticks).toBeLessThanOrEqual(5);
  }
  // Five seconds of lowering hold four or five whole ones.
  const perLower = tones.filter((tone) => tone.clip === 'tick').length / lowers;
  expect(perLower).toBeGreaterThanOrEqual(4);
}

/** Each lowering in the history against what the athlete did. */
function expectLoweringsNear(reps: readonly RepRecord[], clip: Clip): void {
  reps.forEach((rep, i) => {
    const { lowerStartMs, endMs } = rep.measures ?? {};
    const truth = clip.movement.reps[i]?.lowerMs ?? Number.NaN;
    const seen = (endMs ?? Number.NaN) - (lowerStartMs ?? Number.NaN);
    expect(Math.abs(seen - truth), `rep ${rep.n}: ${seen.toFixed(0)} ms for ${truth.toFixed(0)}`).toBeLessThan(300);
  });
}
