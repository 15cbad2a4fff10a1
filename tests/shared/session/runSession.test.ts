import { describe, expect, test } from 'vitest';
import { raiseHand } from '../../../renderer/athlete/handRaise.ts';
import { type Movement, movementOf, wait } from '../../../renderer/athlete/movements.ts';
import { scoreFor } from '../../../renderer/athlete/performances.ts';
import { ALL_GOOD, isCounting, shownSet, taskAt, wantsCamera } from '../../../shared/session/session.ts';
import { type Block, restBetween, type SessionPlan, tasksOf, usualBlock } from '../../../shared/session/sessionPlan.ts';
import { countShown } from '../../../shared/session/setState.ts';
import { raises } from '../../../tools/clips/clips.ts';
import { startSession } from '../../support/sessionRun.ts';

const TEMPO = { raiseMs: 900, holdMs: 500, lowerMs: 1600, restMs: 600, heightM: 0.075, rampMs: 270 };
const doubles = (count: number) => raises('calf-raise-double', 'both', count, TEMPO, { standMs: 6500 });
const singles = (side: 'left' | 'right', count: number) =>
  raises('calf-raise-single', side, count, TEMPO, { standMs: 6500 });

function block(changes: Partial<Block> = {}): Block {
  return { ...usualBlock('calf-raise-double', 'main'), sets: 1, target: { reps: 2 }, restMs: 30_000, ...changes };
}
function planOf(...blocks: Block[]): SessionPlan {
  return { kind: 'own', blocks };
}
const STRETCH = block({ exercise: 'step-drop-stretch', target: { goMs: 20_000 } });

describe('a plan', () => {
  test('sides take turns within each set, and changing legs is a short rest', () => {
    const plan = planOf(
      block({ exercise: 'calf-raise-single', sides: ['right', 'left'], sets: 2, restMs: 60_000 }),
      STRETCH,
    );
    const tasks = tasksOf(plan);
    expect(tasks.map(({ set, side }) => `${set}${side}`)).toEqual(['0right', '0left', '1right', '1left', '0both']);
    const rests = tasks.slice(1).map((task, i) => restBetween(plan, tasks[i] ?? task, task));
    expect(rests).toEqual([15_000, 15_000, 15_000, 20_000]);
  });
});

describe('the camera', () => {
  const whenLooking = (isOffBetweenSets: boolean): [string, boolean][] => {
    const run = startSession(planOf(STRETCH, block(), block(), STRETCH));
    const seen: [string, boolean][] = [];
    const note = (): void => {
      const state = run.state();
      seen.push([state.stage.name, wantsCamera(state, isOffBetweenSets)]);
    };
    note();
    run.idle(33_000);
    note();
    run.idle(20_000);
    for (let set = 0; set < 2; set++) {
      note();
      run.watch(doubles(2));
      note();
      run.idle(30_000);
    }
    note();
    run.idle(33_000);
    note();
    return seen;
  };

  test('looks from the beginning to the last set that it sees, and never at the end', () => {
    expect(whenLooking(false)).toEqual([
      ['go', true],
      ['rest', true],
      ['set', true],
      ['rest', true],
      ['set', true],
      ['rest', false],
      ['go', false],
      ['end', false],
    ]);
  });

  test('looks in sets alone where the person wants it off between them', () => {
    expect(whenLooking(true)).toEqual([
      ['go', false],
      ['rest', false],
      ['set', true],
      ['rest', false],
      ['set', true],
      ['rest', false],
      ['go', false],
      ['end', false],
    ]);
  });
});

test('movements count from the count-in to the end of a set, and not in a pause', () => {
  const run = startSession(planOf(block(), block()));
  const seen: [string, boolean][] = [];
  const look = (): void => {
    const state = run.state();
    const { stage } = state;
    seen.push([stage.name === 'set' ? stage.set.phase : stage.name, isCounting(state)]);
  };
  look();
  for (const standMs of [2000, 3500]) {
    // The end of a movement of no raises stands for another 1.5 s.
    run.watch(raises('calf-raise-double', 'both', 0, TEMPO, { standMs }));
    look();
  }
  run.send({ type: 'pause-or-go-on' });
  look();
  run.send({ type: 'pause-or-go-on' });
  look();
  run.watch(doubles(2));
  look();
  expect(seen).toEqual([
    ['setup', false],
    ['count-in', true],
    ['working', true],
    ['paused', false],
    ['away', true],
    ['rest', false],
  ]);
});

describe('from set to set', () => {
  test('a session of a set, a stretch by the clock and another set runs by itself', () => {
    const run = startSession(planOf(block(), STRETCH, block()));
    run.watch(doubles(2));
    expect(run.state().stage.name).toBe('rest');
    run.idle(20_000);
    expect(run.state().stage).toMatchObject({ name: 'go', go: { readyLeftMs: expect.any(Number) } });
    run.idle(12_000 + 20_000);
    expect(run.state().stage.name).toBe('rest');
    run.idle(20_000);
    run.watch(doubles(2));
    expect(run.state().stage.name).toBe('end');
    expect(run.state().outcomes.map(({ exercise, reason }) => [exercise, reason])).toEqual([
      ['calf-raise-double', 'finished'],
      ['step-drop-stretch', 'finished'],
      ['calf-raise-double', 'finished'],
    ]);
    const records = run.effects.map(({ type }) => type).filter((type) => /^(begin|start|end)-set$/.test(type));
    expect(records).toEqual(Array(3).fill(['begin-set', 'start-set', 'end-set']).flat());
  });

  test('the next exercise, its leg and how to stand are said in the rest, and ten seconds before it ends', () => {
    const run = startSession(planOf(block(), block({ exercise: 'calf-raise-single', sides: ['left', 'right'] })));
    run.watch(doubles(2));
    const before = run.said().length;
    run.idle(10_500);
    expect(run.said().slice(before - 5)).toEqual([
      ...['rest', 'next', 'name-calf-raise-single', 'left-leg', 'setup-calf-raise-single'],
      'ten-seconds',
    ]);
    run.idle(10_000);
    run.watch(singles('left', 2));
    expect(run.said().at(-1)).toBe('change-legs');
    run.idle(15_000);
    expect(run.said().at(-1)).toBe('right-leg');
  });

  test('rests can be lengthened, cut short and paused, and a closed lid is no rest', () => {
    const run = startSession(planOf(block(), block()));
    run.watch(doubles(2));
    run.send({ type: 'more-rest' });
    run.idle(20_000);
    expect(run.state().stage).toMatchObject({ name: 'rest', totalMs: 35_000 });
    run.send({ type: 'pause-or-go-on' });
    run.idle(60_000);
    run.send({ type: 'pause-or-go-on' });
    run.sleep(3_600_000);
    expect(run.state().stage.name).toBe('rest');
    run.send({ type: 'next' });
    expect(run.state().stage.name).toBe('set');
  });

  test('a pause stops the clock of a stretch', () => {
    const run = startSession(planOf(STRETCH));
    run.idle(50);
    run.send({ type: 'next' });
    run.idle(5000);
    run.send({ type: 'pause-or-go-on' });
    run.idle(60_000);
    run.send({ type: 'pause-or-go-on' });
    expect(run.state().stage).toMatchObject({ name: 'go', go: { passedMs: 5000 } });
    run.idle(15_050);
    expect(run.state().stage.name).toBe('end');
    expect(run.said()).toContain('halfway');
    expect(run.said().slice(-4)).toEqual(['number-3', 'number-2', 'number-1', 'session-done']);
  });
});

describe('changing one’s mind', () => {
  test('a set begun again leaves the first try behind, marked', () => {
    const run = startSession(planOf(block()));
    run.watch(doubles(1));
    run.send({ type: 'menu' });
    run.send({ type: 'restart-set' });
    expect(run.effects).toContainEqual({ type: 'end-set', reason: 'restarted' });
    expect(run.state().outcomes).toEqual([]);
    run.watch(doubles(2));
    expect(run.state().outcomes).toMatchObject([{ reason: 'finished', key: 2 }]);
  });

  test('a skipped set is no outcome, and the next begins without a rest', () => {
    const run = startSession(planOf(block(), STRETCH));
    run.watch(doubles(1));
    run.send({ type: 'menu' });
    run.send({ type: 'skip-set' });
    expect(run.effects).toContainEqual({ type: 'end-set', reason: 'skipped' });
    expect(run.state().stage.name).toBe('go');
    expect(run.state().outcomes).toEqual([]);
  });

  test('skipping in a rest leaves out the set that would come', () => {
    const run = startSession(planOf(block(), block({ exercise: 'calf-raise-single', sides: ['left'] }), STRETCH));
    run.watch(doubles(2));
    run.send({ type: 'skip-set' });
    expect(run.state().stage.name).toBe('rest');
    expect(run.said().slice(-4, -1)).toEqual(['next', 'name-step-drop-stretch', 'setup-step-drop-stretch']);
    run.send({ type: 'next' });
    expect(taskAt(run.state())?.exercise).toBe('step-drop-stretch');
  });

  test('another exercise takes what is left of the block, and the plan says so', () => {
    const run = startSession(
      planOf(block({ exercise: 'calf-raise-single', sides: ['left', 'right'], sets: 3 }), STRETCH),
    );
    run.watch(singles('left', 2));
    run.idle(15_000);
    run.watch(singles('right', 2));
    run.idle(15_000);
    run.send({ type: 'menu' });
    run.send({ type: 'swap', exercise: 'calf-raise-double' });
    const saved = run.effects.findLast((effect) => effect.type === 'save-plan');
    expect(saved).toMatchObject({ startAt: 2 });
    expect(run.state().plan.blocks.map(({ exercise, sets }) => [exercise, sets])).toEqual([
      ['calf-raise-single', 1],
      ['calf-raise-double', 2],
      ['step-drop-stretch', 1],
    ]);
    expect(taskAt(run.state())).toMatchObject({ exercise: 'calf-raise-double', side: 'both' });
    run.watch(doubles(12));
    expect(countShown(shownSet(run.state()) ?? never())).toBeGreaterThan(0);
  });

  test('ending early keeps what was done and asks how it was', () => {
    const run = startSession(planOf(block({ target: { reps: 10 } }), STRETCH));
    run.watch(doubles(1));
    run.send({ type: 'menu' });
    run.send({ type: 'end-session' });
    expect(run.effects).toContainEqual({ type: 'end-set', reason: 'stopped' });
    expect(run.state().stage.name).toBe('end');
  });

  test('escape before a single set has begun just leaves, and leaves no record', () => {
    const run = startSession(planOf(block()));
    run.send({ type: 'menu' });
    expect(run.state().stage.name).toBe('left');
    expect(run.effects.map(({ type }) => type)).not.toContain('end-set');
  });

  test('in a longer session escape opens the menu at once', () => {
    const run = startSession(planOf(block(), STRETCH));
    run.send({ type: 'menu' });
    expect(run.state().hold).toBe('menu');
    run.send({ type: 'go-on' });
    expect(run.state().hold).toBeNull();
    run.watch(doubles(2));
    expect(run.state().outcomes).toHaveLength(1);
  });

  test('one more set, when all is done', () => {
    const run = startSession(planOf(block()));
    run.watch(doubles(2));
    run.send({ type: 'one-more', side: 'both' });
    run.watch(doubles(2));
    expect(run.state().outcomes).toHaveLength(2);
    expect(run.state().stage.name).toBe('end');
  });
});

describe('how it was', () => {
  test('a check-in is saved with each answer, and may be changed; it belongs to its set', () => {
    const run = startSession(planOf(block(), block()));
    run.watch(doubles(2));
    // Pain counts even if nothing else is ever said.
    run.send({ type: 'check-in', key: 1, answers: { pain: 6 } });
    run.send({ type: 'check-in', key: 1, answers: { cramp: false } });
    run.idle(30_000);
    run.send({ type: 'check-in', key: 1, answers: ALL_GOOD });
    expect(run.effects.filter(({ type }) => type === 'save-check-in')).toEqual([
      { type: 'save-check-in', key: 1, cramp: null, fatigue: null, pain: 6 },
      { type: 'save-check-in', key: 1, cramp: false, fatigue: null, pain: 6 },
      { type: 'save-check-in', key: 1, cramp: false, fatigue: 'none', pain: 0 },
    ]);
  });

  test('the count of the last set can be corrected in the rest', () => {
    const run = startSession(planOf(block(), block()));
    run.watch(doubles(2));
    run.send({ type: 'set', input: { type: 'correct', change: -1, nowMs: 0 } });
    expect(run.effects.at(-1)).toEqual({ type: 'save-correction', key: 1, change: -1 });
    expect(countShown(shownSet(run.state()) ?? never())).toBe(1);
    expect(run.state().stage.name).toBe('rest');
  });

  test('it can be at the end of a session that was ended before the next set had begun', () => {
    const run = startSession(planOf(block(), block()));
    run.watch(doubles(2));
    run.send({ type: 'next' });
    expect(run.state().stage).toMatchObject({ name: 'set', set: { phase: 'setup' } });
    run.send({ type: 'end-session' });
    run.send({ type: 'set', input: { type: 'correct', change: -1, nowMs: 0 } });
    expect(run.effects.at(-1)).toEqual({ type: 'save-correction', key: 1, change: -1 });
    expect(countShown(shownSet(run.state()) ?? never())).toBe(1);
  });

  test('a correction that is saved when the next set is before the camera counts in its own', () => {
    const run = startSession(planOf(block(), block()));
    run.watch(doubles(2));
    run.send({ type: 'next' });
    run.send({ type: 'set', key: 1, input: { type: 'correction-saved', change: 1 } });
    expect(countShown(run.state().lastSet ?? never())).toBe(3);
    expect(countShown(shownSet(run.state()) ?? never())).toBe(0);
  });
});

test('who steps off the beat has ended the heel-rise check', () => {
  const run = startSession(planOf({ ...usualBlock('heel-rise-endurance', 'check'), sides: ['right'] }));
  run.watch(singles('right', 3));
  run.send({ type: 'pause-or-go-on' });
  run.send({ type: 'pause-or-go-on' });
  expect(run.state().outcomes).toMatchObject([{ exercise: 'heel-rise-endurance', reason: 'finished' }]);
});

describe('before a run', () => {
  const test1 = block({ exercise: 'knee-to-wall-test', part: 'check', sides: ['left', 'right'], target: { reps: 1 } });
  const failed = { type: 'check-result', key: 1, side: 'left', passed: false, cm: 8 } as const;

  test('a failed ankle test brings the rocks right after it, once, and the plan says so', () => {
    const run = startSession({ kind: 'before-run', blocks: [test1, block()] });
    run.send({ type: 'skip-set' });
    run.send(failed);
    run.send({ ...failed, key: 2, side: 'right' });
    expect(run.effects).toContainEqual(expect.objectContaining(failed));
    expect(run.state().plan.blocks.map(({ exercise }) => exercise)).toEqual([
      ...['knee-to-wall-test', 'knee-to-wall', 'calf-raise-double'],
    ]);
    expect(run.effects.filter(({ type }) => type === 'save-plan')).toMatchObject([{ startAt: 2 }]);
    expect(taskAt(run.state())).toMatchObject({ exercise: 'knee-to-wall-test', side: 'right' });
    run.send({ type: 'skip-set' });
    expect(taskAt(run.state())).toMatchObject({ exercise: 'knee-to-wall', side: 'right' });
  });

  test('on another day it is only noted, and so is a test that was passed', () => {
    for (const [kind, passed] of [
      ['recommended', false],
      ['before-run', true],
    ] as const) {
      const run = startSession({ kind, blocks: [test1, block()] });
      run.send({ ...failed, passed });
      expect(run.state().plan.blocks).toHaveLength(2);
    }
  });
});

describe('what cannot be written', () => {
  test('stops a rest with a word, and is tried again when the person goes on', () => {
    const run = startSession(planOf(block(), block()));
    run.watch(doubles(2));
    run.send({ type: 'saves-failed' });
    expect(run.said().at(-1)).toBe('not-saved');
    run.idle(60_000);
    expect(run.state()).toMatchObject({ stage: { name: 'rest' }, hold: 'paused', hasUnsaved: true });
    run.send({ type: 'next' });
    expect(run.effects.map(({ type }) => type)).toContain('retry-saves');
    expect(run.state()).toMatchObject({ hold: null, hasUnsaved: false });
  });
});

describe('a hold', () => {
  test('that is never seen is not waited for for ever', () => {
    const balance = block({ exercise: 'single-leg-balance', sides: ['left'], target: { reps: 1 } });
    const run = startSession(planOf(balance, STRETCH));
    run.watch(raises('calf-raise-single', 'left', 0, TEMPO, { standMs: 8000 }));
    run.idle(80_000);
    expect(run.state().stage.name).toBe('set');
    run.idle(12_000);
    expect(run.state().outcomes).toMatchObject([{ exercise: 'single-leg-balance', reason: 'stopped' }]);
    expect(run.state().stage.name).toBe('rest');
  });
});

describe('a raised hand', () => {
  const raised = (): Movement => {
    const score = scoreFor('calf-raise-double');
    wait(score, 500);
    raiseHand(score, 'right', 1300);
    return movementOf(score);
  };

  test('pauses a rest and goes on with it', () => {
    const run = startSession(planOf(block(), block()));
    run.watch(doubles(2));
    run.watch(raised());
    expect(run.state()).toMatchObject({ hold: 'paused', stage: { name: 'rest' } });
    run.watch(raised());
    expect(run.state().hold).toBeNull();
  });

  test('pauses a set, and is left alone by whoever does not want it', () => {
    for (const handPauses of [true, false]) {
      const run = startSession(planOf(block({ target: { reps: 5 } })), { handPauses });
      run.watch(doubles(1));
      run.watch(raised());
      expect(shownSet(run.state())?.phase === 'paused').toBe(handPauses);
    }
  });
});

describe('the heel-rise check', () => {
  test('beats once a second, prompts twice when the pace is lost, and then ends by itself', () => {
    const run = startSession(planOf({ ...usualBlock('heel-rise-endurance', 'check'), sides: ['right'] }));
    run.watch(singles('right', 3));
    run.watch(raises('calf-raise-single', 'right', 0, TEMPO, { standMs: 12_000 }));
    expect(run.said().filter((clip) => clip === 'keep-the-beat')).toHaveLength(2);
    expect(run.state().outcomes).toMatchObject([{ exercise: 'heel-rise-endurance', reason: 'finished' }]);
    const beats = run.effects.flatMap((effect) => (effect.type === 'tone' && effect.atMs ? [effect.atMs] : []));
    const gaps = beats.slice(1).map((atMs, i) => Math.round(atMs - (beats[i] ?? 0)));
    expect(new Set(gaps)).toEqual(new Set([1000]));
  });
});

function never(): never {
  throw new Error('There is no set.');
}
