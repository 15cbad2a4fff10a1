import { describe, expect, test } from 'vitest';
import { breakStateSchema, SNOOZE_MINUTES } from '../../../shared/breaks/breakState.ts';
import { atWork, LONG_IDLE, senseOf } from '../../support/breaks.ts';

/** Minutes after nine at which breaks were offered. */
function offers(work: ReturnType<typeof atWork>): number[] {
  return work.events.filter(({ kind }) => kind === 'offered').map(({ minute }) => minute);
}

describe('a break is offered', () => {
  test('when the interval is over, and again after the one that was done', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(31);
    work.act({ action: 'start-now' });
    work.pass(2);
    work.act({ action: 'done', how: 'reported' });
    work.pass(32);
    expect(offers(work)).toEqual([30, 63]);
    expect(work.kinds()).toEqual(['offered', 'started', 'done', 'offered']);
  });

  test('and done without a word before, it ends a stretch of sitting', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(31);
    work.act({ action: 'done', how: 'reported' });
    expect(work.events).toMatchObject([{ kind: 'offered' }, { kind: 'sat', minute: 31 }, { kind: 'done', minute: 31 }]);
  });

  test('with a warning ahead', () => {
    const work = atWork({ intervalMinutes: 30, warningSeconds: 120 });
    work.pass(30);
    expect(work.events.map(({ kind, minute }) => [kind, minute])).toEqual([
      ['warned', 28],
      ['offered', 30],
    ]);
  });

  test('in a pause of typing, or when none comes for long', () => {
    const typing = { presence: { kind: 'idle', ms: 0 } } as const;
    const work = atWork({ intervalMinutes: 30, typingWaitMinutes: 3 });
    work.pass(31, typing);
    expect(work.stage()).toBe('ready');
    work.pass(1);
    expect(offers(work)).toEqual([31.5]);
    const busy = atWork({ intervalMinutes: 30, typingWaitMinutes: 3 });
    busy.pass(40, typing);
    expect(offers(busy)).toEqual([33]);
  });

  test('once, and when nobody answers it lapses and the interval begins anew', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(75);
    expect(work.events.filter(({ kind }) => kind !== 'sat')).toMatchObject([
      { kind: 'offered', minute: 30 },
      { kind: 'lapsed', minute: 40, why: 'unanswered' },
      { kind: 'offered', minute: 70 },
    ]);
  });

  test('at once when a shorter interval is chosen, and not when a longer one is', () => {
    const work = atWork({ intervalMinutes: 60 });
    work.pass(40);
    work.set({ intervalMinutes: 30 });
    work.pass(1);
    expect(offers(work)).toEqual([40.5]);
    const later = atWork({ intervalMinutes: 30 });
    later.pass(30.5, { presence: { kind: 'idle', ms: 0 } });
    expect(later.stage()).toBe('ready');
    later.set({ intervalMinutes: 45 });
    later.pass(10);
    expect(offers(later)).toEqual([]);
  });
});

describe('putting it off', () => {
  test.each(SNOOZE_MINUTES)('by %i minutes', (minutes) => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(30);
    work.act({ action: 'snooze', minutes });
    work.pass(20);
    expect(offers(work)).toEqual([30, 30 + minutes]);
  });

  test('no more often than was chosen', () => {
    const work = atWork({ intervalMinutes: 30, snoozesAtMost: 2 });
    work.pass(30);
    for (let i = 0; i < 3; i++) {
      work.act({ action: 'snooze', minutes: 5 });
      work.pass(5);
    }
    expect(work.kinds().filter((kind) => kind === 'snoozed')).toHaveLength(2);
    expect(work.stage()).toBe('offered');
  });

  test('a call in between does not give the snoozes back', () => {
    const work = atWork({ intervalMinutes: 30, snoozesAtMost: 1 });
    work.pass(30);
    work.act({ action: 'snooze', minutes: 5 });
    work.pass(10, { call: 'yes' });
    work.pass(2);
    expect(work.stage()).toBe('offered');
    work.act({ action: 'snooze', minutes: 5 });
    expect(work.stage()).toBe('offered');
  });

  test('skipped with a reason: the next one comes after the interval', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(31);
    work.act({ action: 'skip', reason: 'in-the-middle' });
    work.pass(31);
    expect(offers(work)).toEqual([30, 61]);
    expect(work.events).toContainEqual(expect.objectContaining({ kind: 'skipped', reason: 'in-the-middle' }));
  });
});

describe('who was away had a break', () => {
  test.each([
    ['hands that are still', { presence: LONG_IDLE }],
    ['a locked screen', { presence: { kind: 'locked' } as const }],
  ])('%s', (_, sense) => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(25);
    work.pass(6, sense);
    work.pass(35);
    expect(work.kinds()).toEqual(['credited', 'offered']);
    expect(offers(work)).toEqual([61.5]);
  });

  test('a machine that slept', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(25);
    work.jump(20);
    work.pass(32);
    expect(work.events.filter(({ kind }) => kind !== 'sat')).toMatchObject([
      { kind: 'credited', by: 'away', minute: 45.5 },
      { kind: 'offered', minute: 75.5 },
    ]);
  });

  test('a break on offer is credited as well', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(31);
    work.pass(6, { presence: LONG_IDLE });
    work.pass(1);
    expect(work.kinds()).toEqual(['offered', 'withdrawn', 'credited']);
  });

  test('shorter than a break is not', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(25);
    work.pass(1.5, { presence: { kind: 'locked' } });
    work.pass(1);
    work.pass(2.5, { presence: LONG_IDLE });
    work.pass(2);
    expect(offers(work)).toEqual([30]);
  });

  test('hands that are still in a call are not away, and count from its end', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(29);
    work.pass(20, { presence: LONG_IDLE, call: 'yes' });
    work.pass(2, { presence: { kind: 'idle', ms: 20 * 60_000 } });
    expect(work.kinds()).toEqual(['offered']);
  });

  test('who stays away for the night is not credited with a break', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(20);
    work.jump(24 * 60);
    work.pass(1);
    expect(work.kinds()).toEqual([]);
  });

  test('how long someone sat is told', () => {
    const work = atWork({ intervalMinutes: 60 });
    work.pass(20);
    work.pass(10, { presence: { kind: 'locked' } });
    expect(work.events).toMatchObject([{ kind: 'sat', minute: 20.5 }]);
  });
});

describe('sessions', () => {
  test('are not disturbed, and a finished one counts as a break', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(28);
    work.hearSession();
    work.pass(10);
    work.endSession();
    work.pass(31);
    expect(work.kinds()).toEqual(['credited', 'offered']);
    expect(offers(work)).toEqual([68]);
  });

  test("the demo athlete's does not count", () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(28);
    work.hearSession(false);
    work.pass(10);
    work.endSession();
    work.pass(2);
    expect(offers(work)).toEqual([39]);
  });

  test('one is not disturbed before its first set either, and counts from there', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(29);
    work.hearSession(null);
    work.pass(10);
    work.hearSession();
    work.pass(1);
    work.endSession(false);
    expect(work.kinds()).toEqual([]);
    work.pass(1);
    expect(offers(work)).toEqual([41]);
  });

  test('one that was only looked at is no break', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.hearSession(null);
    work.pass(10);
    work.endSession(false);
    work.pass(21);
    expect(work.kinds()).toEqual(['offered']);
  });

  test('one that was left is over after half an hour, and what came later still counts', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.hearSession();
    work.pass(3);
    work.hearSession();
    work.pass(20);
    work.jump(6);
    work.pass(31);
    expect(offers(work)).toEqual([59.5]);
  });

  test('nobody is called in the moment in which one begins', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(29.5);
    work.jump(0.5);
    work.hearSession();
    work.pass(1);
    expect(work.kinds()).toEqual([]);
  });
});

describe('a break that is due waits', () => {
  test.each([
    ['in a call', { call: 'yes' }, { holdInCalls: false }],
    ['in full screen', { fullScreen: 'yes' }, { holdInFullScreen: false }],
    ['in do-not-disturb', { doNotDisturb: 'yes' }, { holdInDoNotDisturb: false }],
  ] as const)('%s, unless that is not wanted', (_, sense, without) => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(50, sense);
    expect(offers(work)).toEqual([]);
    work.pass(2);
    expect(offers(work)).toEqual([51]);
    const eager = atWork({ intervalMinutes: 30, ...without });
    eager.pass(31, sense);
    expect(offers(eager)).toEqual([30]);
  });

  test('one on offer is taken back and comes again', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(31);
    work.pass(20, { call: 'yes' });
    work.pass(2);
    expect(work.kinds()).toEqual(['offered', 'withdrawn', 'offered']);
    expect(work.events.at(-1)).toMatchObject({ kind: 'offered', n: 2 });
  });

  test('a signal that flickers does not make it flicker', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(29, { call: 'yes' });
    for (let i = 0; i < 20; i++) {
      work.tick(senseOf({ call: i % 2 ? 'yes' : 'no' }));
      work.jump(0.4);
    }
    expect(work.kinds()).toEqual([]);
  });

  test('while nobody knows whether someone is there, if that is wanted', () => {
    const unknown = { presence: { kind: 'unknown' } } as const;
    const waiting = atWork({ intervalMinutes: 30, whenUnknown: 'wait' });
    waiting.pass(50, unknown);
    expect(offers(waiting)).toEqual([]);
    const reminding = atWork({ intervalMinutes: 30, whenUnknown: 'remind' });
    reminding.pass(31, unknown);
    expect(offers(reminding)).toEqual([30]);
  });
});

describe('pauses', () => {
  test.each([30, 60, 120] as const)('of %i minutes end by themselves, and what is due then comes', (minutes) => {
    const work = atWork({ intervalMinutes: 20 });
    work.pass(10);
    work.act({ action: 'pause', for: minutes });
    work.pass(minutes + 2);
    expect(work.kinds()).toEqual(['paused', 'resumed', 'offered']);
    expect(offers(work)).toEqual([10 + minutes + 0.5]);
  });

  test('until tomorrow end at four in the morning', () => {
    const work = atWork({ intervalMinutes: 30, hours: Array(7).fill([{ fromMinute: 0, toMinute: 1440 }]) });
    work.act({ action: 'pause', for: 'tomorrow' });
    work.pass(18 * 60);
    expect(work.kinds()).toEqual(['paused']);
    work.pass(62);
    expect(work.kinds()).toContain('resumed');
  });

  test('until resumed stay until then', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.act({ action: 'pause', for: 'resumed' });
    work.pass(200);
    expect(work.kinds()).toEqual(['paused']);
    work.act({ action: 'resume' });
    work.pass(2);
    expect(work.kinds()).toEqual(['paused', 'resumed', 'offered']);
  });

  test('end the break on offer', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(31);
    work.act({ action: 'pause', for: 60 });
    expect(work.events.at(-1)).toMatchObject({ kind: 'lapsed', why: 'paused' });
  });
});

describe('hours', () => {
  test('end what is open and begin with a whole interval', () => {
    const day = [
      { fromMinute: 9 * 60, toMinute: 9 * 60 + 35 },
      { fromMinute: 10 * 60, toMinute: 12 * 60 },
    ];
    const work = atWork({ intervalMinutes: 30, hours: Array(7).fill(day) });
    work.pass(95);
    expect(work.events.filter(({ kind }) => kind !== 'sat')).toMatchObject([
      { kind: 'offered', minute: 30 },
      { kind: 'lapsed', minute: 35, why: 'hours-over' },
      { kind: 'offered', minute: 90 },
    ]);
  });

  test('switched off, nothing comes', () => {
    const work = atWork({ intervalMinutes: 30, enabled: false });
    work.pass(120);
    expect(work.kinds()).toEqual([]);
  });
});

describe('clocks', () => {
  test('set back: what was left is still left', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(20);
    work.jump(-60);
    work.pass(12);
    expect(offers(work)).toEqual([-29.5]);
  });

  test('set back in a snooze and in a pause', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(30);
    work.act({ action: 'snooze', minutes: 15 });
    work.pass(5);
    work.jump(-30);
    work.pass(11);
    expect(work.stage()).toBe('offered');
    const paused = atWork({ intervalMinutes: 60 });
    paused.act({ action: 'pause', for: 30 });
    paused.jump(-45);
    paused.pass(31);
    expect(paused.kinds()).toEqual(['paused', 'resumed']);
  });

  test('set ahead by an hour: nobody knows better than that the person was away', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(29);
    work.jump(60);
    work.pass(5);
    expect(work.kinds()).toEqual(['credited']);
  });
});

describe('after a restart', () => {
  test('of long, the interval begins anew, and nothing is credited', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(31);
    work.jump(60);
    work.tick(senseOf(), true);
    work.pass(31);
    expect(work.kinds()).toEqual(['offered', 'lapsed', 'offered']);
    expect(work.events.find(({ kind }) => kind === 'lapsed')).toMatchObject({ why: 'unwatched' });
  });

  test('the state is what can be written down', () => {
    const work = atWork({ intervalMinutes: 30 });
    work.pass(30);
    work.act({ action: 'snooze', minutes: 5 });
    work.hearSession();
    work.act({ action: 'pause', for: 'tomorrow' });
    expect(breakStateSchema.parse(JSON.parse(JSON.stringify(work.state())))).toEqual(work.state());
  });
});

test('a break that was begun and left ends, and who is gone then is away', () => {
  const work = atWork({ intervalMinutes: 60 });
  work.pass(10);
  work.act({ action: 'start-now' });
  work.pass(16, { presence: LONG_IDLE });
  expect(work.events.at(-1)).toMatchObject({ kind: 'lapsed', why: 'unfinished' });
  expect(work.stage()).toBe('away');
});

test('a look that finds nothing new gives back the very same state', () => {
  const work = atWork();
  work.pass(5);
  const before = work.state();
  work.jump(0.1);
  work.tick();
  expect(work.state()).toBe(before);
});
