import { describe, expect, test } from 'vitest';
import { doubleRaise } from '../../../renderer/athlete/calfRaises.ts';
import { type Movement, move, movementOf, newScore, wait } from '../../../renderer/athlete/movements.ts';
import { standOn } from '../../../renderer/athlete/stances.ts';
import { walkTo } from '../../../renderer/athlete/walking.ts';
import { countShown } from '../../../shared/session/setState.ts';
import { initialSetup } from '../../../shared/setup/setupCheck.ts';
import { raises } from '../../../tools/clips/clips.ts';
import { startRun } from '../../support/setRun.ts';

const TEMPO = { raiseMs: 900, holdMs: 500, lowerMs: 1600, restMs: 600, heightM: 0.075, rampMs: 270 };
const FIVE_COUNT = { ...TEMPO, holdMs: 900, lowerMs: 5000 };
/** Set-up, a moment, and the count-in take about five seconds. */
const STAND = { standMs: 6500 };

function doubles(count: number): Movement {
  return raises('calf-raise-double', 'both', count, TEMPO, STAND);
}

function standing(ms: number): Movement {
  const score = newScore();
  wait(score, ms);
  return movementOf(score);
}

/** Stands still, and leaves the picture. */
function walkingOff(standMs = 800): Movement {
  const score = newScore();
  wait(score, standMs);
  walkTo(score, { x: 0, z: 0 }, { x: 2.6, z: 0 });
  wait(score, 1000);
  return movementOf(score);
}

describe('a set from stepping in to its last rep', () => {
  test('counts in, counts, ends at the target', () => {
    const run = startRun();
    run.watch(doubles(3));
    expect(run.said()).toEqual([
      'ready',
      'number-3',
      'number-2',
      'number-1',
      'go',
      'number-1',
      'number-2',
      'number-3',
      'set-done',
    ]);
    expect(run.state()).toMatchObject({ phase: 'done', endReason: 'finished' });
    expect(countShown(run.state())).toBe(3);
  });

  test('the records come in order: the set, then each rep with its measures, then the end', () => {
    const run = startRun();
    run.watch(doubles(3));
    const records = run.effects.map((effect) => effect.type).filter((type) => /^(start|save|end)-/.test(type));
    expect(records).toEqual([
      'start-set',
      'save-rep',
      'save-measures',
      'save-rep',
      'save-measures',
      'save-rep',
      'save-measures',
      'end-set',
    ]);
  });

  test('a rep is neither shown nor said before it is saved', () => {
    const run = startRun();
    run.savesWork = false;
    run.watch(doubles(2));
    expect(countShown(run.state())).toBe(0);
    expect(run.said()).toEqual(['ready', 'number-3', 'number-2', 'number-1', 'go']);
    run.send({ type: 'rep-saved', n: 1 });
    expect(countShown(run.state())).toBe(1);
    expect(run.said().at(-1)).toBe('number-1');
  });

  test('a rep begun before the count-in is over counts', () => {
    const run = startRun({ targetReps: 2 });
    run.watch(raises('calf-raise-double', 'both', 2, TEMPO, { standMs: 3000 }));
    expect(countShown(run.state())).toBe(2);
  });

  test('the trace holds every frame that was counted in, and starts anew with each count-in', () => {
    const run = startRun();
    run.watch(doubles(3));
    const types = run.effects.map((effect) => effect.type);
    expect(types.filter((type) => type === 'trace-start')).toHaveLength(1);
    expect(types.filter((type) => type === 'trace-frame').length).toBeGreaterThan(300);
  });
});

describe('what is said of the count', () => {
  test('the middle and the last three are told in words', () => {
    const run = startRun({ targetReps: 8 });
    run.watch(doubles(8));
    const words = run.said().filter((clip) => !clip.startsWith('number-'));
    expect(words).toEqual(['ready', 'go', 'halfway', 'three-more', 'two-more', 'last-one', 'set-done']);
  });

  test('who wants few words hears each fifth and the last three; a tone stands for the others', () => {
    const run = startRun({ targetReps: 9, coaching: 'little' });
    run.watch(doubles(9));
    const afterGo = run.said().slice(run.said().indexOf('go'));
    expect(afterGo.filter((clip) => clip.startsWith('number-'))).toEqual([5, 7, 8, 9].map((n) => `number-${n}`));
  });
});

describe('the count of five', () => {
  test('ticks on each of five seconds from the start of the lowering, and a tone at the landing', () => {
    const movement = raises('calf-raise-eccentric', 'right', 1, FIVE_COUNT, STAND);
    const run = startRun({ exercise: 'calf-raise-eccentric', side: 'right', targetReps: 1 });
    run.watch(movement);
    const tones = run.effects.flatMap((effect) => (effect.type === 'tone' ? [effect] : []));
    const ticks = tones.filter((effect) => effect.tone === 'tick').map((effect) => effect.atMs ?? 0);
    expect(ticks).toHaveLength(5);
    ticks.slice(1).forEach((atMs, i) => {
      expect(atMs - (ticks[i] ?? 0)).toBe(1000);
    });
    const lowerStartMs = movement.reps[0]?.lowerStartMs ?? 0;
    expect(Math.abs((ticks[0] ?? 0) - 1000 - lowerStartMs)).toBeLessThan(250);
    expect(tones.filter((effect) => effect.tone === 'landing')).toHaveLength(1);
    expect(run.said()).not.toContain('slower');
  });

  test('a sway at the top takes its ticks back', () => {
    const run = startRun({ exercise: 'calf-raise-eccentric', side: 'right', targetReps: 1 });
    const score = newScore();
    standOn(score, 'right');
    wait(score, 8000);
    const [up, most] = [{ ankleRight: 0.08 }, { ankleRight: 0.069 }];
    for (const heights of [up, most, up]) {
      move(score, heights, 900, 270);
      wait(score, 700);
    }
    run.watch(movementOf(score));
    const atTop = run.effects.flatMap((effect) =>
      effect.type === 'cancel-tones' || (effect.type === 'tone' && effect.tone === 'tick') ? [effect.type] : [],
    );
    expect(atTop).toEqual(['cancel-tones', ...Array(5).fill('tone'), 'cancel-tones']);
  });

  test('too fast is said when it was seen twice, and not at every rep', () => {
    const run = startRun({ exercise: 'calf-raise-eccentric', side: 'right', targetReps: 3 });
    run.watch(raises('calf-raise-eccentric', 'right', 3, { ...FIVE_COUNT, lowerMs: 2200 }, STAND));
    expect(run.said().filter((clip) => clip === 'slower')).toHaveLength(1);
  });

  test('double raises have no ticks', () => {
    const run = startRun();
    run.watch(doubles(3));
    expect(run.effects.filter((effect) => effect.type === 'tone' && effect.tone === 'tick')).toEqual([]);
  });
});

describe('waiting for the person', () => {
  test('one instruction at a time, spoken when it has lasted', () => {
    const run = startRun();
    run.brightness = 0.04;
    run.watch(standing(4000));
    expect(run.state().setup.verdict.instruction).toBe('too-dark');
    expect(run.said()).toEqual(['too-dark']);
    run.brightness = 0.5;
    run.watch(standing(600));
    expect(run.said()).toEqual(['too-dark', 'ready']);
  });

  test('leaving pauses, coming back goes on with the count', () => {
    const score = newScore();
    wait(score, 6500);
    doubleRaise(score, TEMPO);
    walkTo(score, { x: 0, z: 0 }, { x: 2.6, z: 0 });
    wait(score, 4000);
    const away = startRun();
    away.watch(movementOf(score));
    expect(away.state().phase).toBe('away');
    expect(countShown(away.state())).toBe(1);
    away.watch(doubles(2));
    expect(away.said()).toContain('go-on');
    expect(away.state().phase).toBe('done');
    expect(countShown(away.state())).toBe(3);
  });

  test('walking off during the count-in goes back to the set-up, and nothing is recorded', () => {
    const run = startRun();
    run.watch(walkingOff(2200));
    expect(run.state().phase).toBe('setup');
    expect(run.effects.map((effect) => effect.type)).not.toContain('start-set');
  });

  test('a camera that falls silent stops the counting, and frames resume it', () => {
    const run = startRun();
    run.watch(doubles(1));
    run.idle(2500);
    expect(run.state()).toMatchObject({ phase: 'away', trouble: 'camera-lost' });
    run.watch(doubles(2));
    expect(run.state().phase).toBe('done');
    expect(run.state().trouble).toBeNull();
  });

  test.each(['while somebody is away', 'before a pause, and is silent after it'])(
    'and so does one that falls silent %s',
    (when) => {
      const run = startRun();
      run.watch(doubles(1));
      if (when === 'while somebody is away') run.watch(walkingOff());
      else {
        run.idle(2500);
        run.send({ type: 'pause-or-go-on', nowMs: run.nowMs() });
        run.send({ type: 'go-on', nowMs: run.nowMs() });
      }
      expect(run.state()).toMatchObject({ phase: 'away', trouble: null });
      run.idle(2500);
      expect(run.state()).toMatchObject({ phase: 'away', trouble: 'camera-lost' });
      run.watch(standing(2000));
      expect(run.state()).toMatchObject({ phase: 'working', trouble: null });
    },
  );

  test('one that falls silent before the counting is waited for, and is looked at anew', () => {
    const run = startRun();
    run.watch(standing(800));
    run.idle(2500);
    expect(run.state()).toMatchObject({ phase: 'setup', trouble: 'camera-lost', setup: initialSetup() });
    run.watch(doubles(3));
    expect(run.state()).toMatchObject({ phase: 'done', trouble: null });
  });
});

describe('the keys', () => {
  test('a pause ignores movement, and goes on with the count', () => {
    const run = startRun();
    run.watch(doubles(1));
    run.send({ type: 'pause-or-go-on', nowMs: run.nowMs() });
    run.watch(doubles(2));
    expect(countShown(run.state())).toBe(1);
    run.send({ type: 'pause-or-go-on', nowMs: run.nowMs() });
    run.watch(doubles(2));
    expect(countShown(run.state())).toBe(3);
  });

  test('a pause of a moment goes on as well', () => {
    const run = startRun();
    run.watch(doubles(1));
    run.send({ type: 'pause-or-go-on', nowMs: run.nowMs() });
    run.send({ type: 'pause-or-go-on', nowMs: run.nowMs() });
    run.watch(doubles(2));
    expect(countShown(run.state())).toBe(3);
  });

  test('plus and minus correct the count, down to zero, and are saved', () => {
    const run = startRun();
    run.watch(doubles(1));
    run.send({ type: 'correct', change: -1, nowMs: run.nowMs() });
    run.send({ type: 'correct', change: -1, nowMs: run.nowMs() });
    expect(countShown(run.state())).toBe(0);
    run.send({ type: 'correct', change: 1, nowMs: run.nowMs() });
    expect(countShown(run.state())).toBe(1);
    expect(run.effects.filter((effect) => effect.type === 'save-correction')).toEqual([
      { type: 'save-correction', change: -1 },
      { type: 'save-correction', change: 1 },
    ]);
  });

  test('a correction is neither shown nor said before it is saved', () => {
    const run = startRun();
    run.watch(doubles(1));
    run.savesWork = false;
    const said = run.said().length;
    run.send({ type: 'correct', change: 1, nowMs: run.nowMs() });
    expect([countShown(run.state()), run.said().length]).toEqual([1, said]);
    run.send({ type: 'correction-saved', change: 1 });
    expect([countShown(run.state()), run.said().at(-1)]).toEqual([2, 'number-2']);
  });

  test('what is still being saved is reckoned with: the count does not go below zero', () => {
    const run = startRun();
    run.watch(doubles(1));
    run.savesWork = false;
    run.send({ type: 'correct', change: -1, nowMs: run.nowMs() });
    run.send({ type: 'correct', change: -1, nowMs: run.nowMs() });
    expect(run.effects.filter(({ type }) => type === 'save-correction')).toHaveLength(1);
  });

  test('a rep or a correction that is refused is not waited for: the set ends with those that are saved', () => {
    const run = startRun();
    run.savesWork = false;
    run.watch(doubles(4));
    for (const n of [1, 3, 4]) run.send({ type: 'rep-saved', n });
    run.send({ type: 'correct', change: -1, nowMs: run.nowMs() });
    run.send({ type: 'rep-refused', n: 2 });
    expect(run.state().phase).not.toBe('done');
    run.send({ type: 'correction-refused', change: -1 });
    expect(run.state()).toMatchObject({ phase: 'done', endReason: 'finished' });
    expect(countShown(run.state())).toBe(3);
  });

  test('adding the last rep by hand finishes the set', () => {
    const run = startRun();
    run.watch(doubles(2));
    run.send({ type: 'correct', change: 1, nowMs: run.nowMs() });
    expect(run.state()).toMatchObject({ phase: 'done', endReason: 'finished' });
  });

  test('escape asks; going on keeps the set, ending keeps its reps', () => {
    const run = startRun();
    run.watch(doubles(1));
    run.send({ type: 'ask-to-end' });
    expect(run.state().phase).toBe('asking');
    run.send({ type: 'go-on', nowMs: run.nowMs() });
    expect(run.state().phase).toBe('away');
    run.send({ type: 'ask-to-end' });
    run.send({ type: 'end' });
    expect(run.state()).toMatchObject({ phase: 'done', endReason: 'stopped' });
    expect(run.effects.at(-1)).toEqual({ type: 'end-set', reason: 'stopped' });
    expect(countShown(run.state())).toBe(1);
  });

  test('ending at the top of a rep keeps the rep, without a lowering', () => {
    const run = startRun();
    run.watch(doubles(1), 6500 + 1150);
    run.send({ type: 'ask-to-end' });
    run.send({ type: 'end' });
    const saved = run.effects.flatMap((effect) => (effect.type === 'save-measures' ? [effect.rep] : []));
    expect(saved).toHaveLength(1);
    expect(saved[0]).not.toHaveProperty('lowerMs');
  });
});

describe('trouble', () => {
  test('reps that cannot be saved pause the set with a word, and are announced once they are', () => {
    const run = startRun();
    run.savesWork = false;
    run.watch(doubles(1));
    run.send({ type: 'trouble', trouble: 'not-saved' });
    expect(run.state()).toMatchObject({ phase: 'paused', trouble: 'not-saved' });
    expect(run.said()).toContain('not-saved');
    run.send({ type: 'go-on', nowMs: run.nowMs() });
    expect(run.effects.map((effect) => effect.type)).toContain('retry-saves');
    run.send({ type: 'rep-saved', n: 1 });
    expect(countShown(run.state())).toBe(1);
  });

  test('an interrupted set goes on from its count and finishes at its target', () => {
    const run = startRun({ targetReps: 5, alreadyDone: 4, alreadyCorrected: -1 });
    expect(countShown(run.state())).toBe(3);
    run.watch(doubles(2));
    expect(run.effects.flatMap((effect) => (effect.type === 'save-rep' ? [effect.n] : []))).toEqual([5, 6]);
    expect(run.state()).toMatchObject({ phase: 'done', endReason: 'finished' });
    expect(run.effects.map((effect) => effect.type)).not.toContain('start-set');
  });

  test('beyond the recorded numbers a tone stands for the count', () => {
    const run = startRun({ targetReps: 40, alreadyDone: 30 });
    run.watch(doubles(1));
    expect(run.said()).not.toContain('number-31');
    expect(run.effects).toContainEqual({ type: 'tone', tone: 'tick', atMs: null });
  });
});
