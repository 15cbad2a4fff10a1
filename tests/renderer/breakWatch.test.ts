import { describe, expect, onTestFinished, test } from 'vitest';
import { type BreakWatch, createBreakWatch } from '../../renderer/breakWatch.ts';
import { initialBreaks } from '../../shared/breaks/breakState.ts';
import { type BreaksView, viewBreaks } from '../../shared/breaks/breaksView.ts';
import { chooseDose } from '../../shared/breaks/dose.ts';
import { CallError } from '../../shared/contract/contract.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { NINE, senseOf, UTC } from '../support/breaks.ts';

function viewAt(nowMs: number): BreaksView {
  const settings = DEFAULT_SETTINGS;
  const dose = chooseDose({ settings, done: [], nowMs, dayOf: UTC.dayOf, size: 'usual', isSilent: false });
  return viewBreaks({ settings: settings.breaks, local: UTC }, initialBreaks(nowMs), senseOf(), dose, nowMs);
}

/** Questions that are answered by hand, and a timer that is run by hand. */
function openWatch() {
  const questions: { answer: (view: BreaksView) => void; refuse: (error: Error) => void }[] = [];
  let timer: { readonly ms: number; readonly run: () => void } | null = null;
  let isHidden = false;
  const watch: BreakWatch = createBreakWatch({
    api: {
      'breaks.state': () => new Promise((answer, refuse) => questions.push({ answer, refuse })),
      'breaks.act': () => Promise.resolve(viewAt(NINE + 1)),
    },
    isHidden: () => isHidden,
    after: (ms, run) => {
      timer = { ms, run };
      return () => {
        timer = null;
      };
    },
  });
  return {
    watch,
    questions,
    follow: () => onTestFinished(watch.subscribe(() => undefined)),
    hide: () => {
      isHidden = true;
    },
    waitMs: () => timer?.ms ?? null,
    elapse: () => timer?.run(),
    /** Lets what was answered arrive. */
    arrive: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

describe('the watch over the breaks', () => {
  test('asks while someone listens: every second, every five where nobody looks', async () => {
    const { watch, questions, waitMs, elapse, arrive, hide } = openWatch();
    expect(questions).toHaveLength(0);
    const stop = watch.subscribe(() => undefined);
    questions[0]?.answer(viewAt(NINE));
    await arrive();
    expect(watch.snapshot().view?.nowMs).toBe(NINE);
    expect(waitMs()).toBe(1000);
    hide();
    elapse();
    questions[1]?.answer(viewAt(NINE));
    await arrive();
    expect(waitMs()).toBe(5000);
    stop();
    expect(waitMs()).toBeNull();
    watch.look();
    expect(questions).toHaveLength(2);
  });

  test('keeps what it knows when nobody answers, and recovers', async () => {
    const { watch, questions, follow, elapse, arrive, waitMs } = openWatch();
    follow();
    questions[0]?.answer(viewAt(NINE));
    await arrive();
    elapse();
    questions[1]?.refuse(new CallError('not-connected', 'gone'));
    await arrive();
    expect(watch.snapshot()).toMatchObject({ view: { nowMs: NINE }, failed: 'not-connected' });
    expect(waitMs()).toBe(5000);
    elapse();
    questions[2]?.answer(viewAt(NINE + 5));
    await arrive();
    expect(watch.snapshot()).toMatchObject({ view: { nowMs: NINE + 5 }, failed: null });
  });

  test('an answer from before something was done does not undo it', async () => {
    const { watch, questions, follow, arrive } = openWatch();
    follow();
    await watch.act({ action: 'start-now' });
    questions[0]?.answer(viewAt(NINE));
    await arrive();
    expect(watch.snapshot().view?.nowMs).toBe(NINE + 1);
  });
});
