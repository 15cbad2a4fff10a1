import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BreakSettings, DEFAULT_BREAK_SETTINGS } from '../../../shared/breaks/breakSettings.ts';
import { chooseDose, type DoneExercise, type DoseQuestion, smallerDose } from '../../../shared/breaks/dose.ts';
import { BREAK_EXERCISES, BREAK_PLACES, breakFitness } from '../../../shared/breaks/places.ts';
import { catalogueEntry, EQUIPMENT, missingEquipment } from '../../../shared/exercises/catalogue.ts';
import { CATALOGUE_IDS, type CatalogueId } from '../../../shared/exercises/exerciseIds.ts';
import { estimatedMs, sessionPlanSchema } from '../../../shared/session/sessionPlan.ts';
import { SORE_SIDES } from '../../../shared/settings/settings.ts';
import { MINUTE, NINE, UTC } from '../../support/breaks.ts';

const NO_TARGETS: BreakSettings = { ...DEFAULT_BREAK_SETTINGS, dailyTargets: [] };

function ask(changes: Partial<DoseQuestion> = {}, breaks: Partial<BreakSettings> = {}): DoseQuestion {
  return {
    settings: { soreSide: null, equipment: ['wall'], breaks: { ...NO_TARGETS, ...breaks } },
    done: [],
    nowMs: NINE,
    dayOf: UTC.dayOf,
    size: 'usual',
    isSilent: false,
    ...changes,
  };
}

function did(exercise: CatalogueId, minutesAgo: number, where: DoneExercise['in'] = 'break'): DoneExercise {
  return { exercise, atMs: NINE - minutesAgo * MINUTE, in: where };
}

const questions = fc.record({
  soreSide: fc.constantFrom(null, ...SORE_SIDES),
  equipment: fc.subarray([...EQUIPMENT]),
  places: fc.subarray([...BREAK_PLACES], { minLength: 1 }),
  done: fc.array(
    fc.record({
      exercise: fc.constantFrom(...CATALOGUE_IDS),
      atMs: fc.integer({ min: NINE - 10 * 86_400_000, max: NINE }),
      in: fc.constantFrom('break' as const, 'session' as const),
    }),
    { maxLength: 30 },
  ),
  size: fc.constantFrom('usual' as const, 'small' as const),
  isSilent: fc.boolean(),
});

describe('whatever someone has and has done', () => {
  test('a dose fits into two minutes, can be done here, and is neither a hop nor what was done last', () => {
    fc.assert(
      fc.property(questions, ({ soreSide, equipment, places, ...given }) => {
        const settings = { soreSide, equipment, breaks: { ...DEFAULT_BREAK_SETTINGS, places } };
        const dose = chooseDose({ ...ask(given), settings });
        expect(sessionPlanSchema.parse(dose.plan)).toEqual(dose.plan);
        expect(estimatedMs(dose.plan)).toBeLessThanOrEqual(given.size === 'small' ? 60_000 : 120_000);
        expect(catalogueEntry(dose.exercise).section).not.toBe('hops');
        expect(catalogueEntry(dose.exercise).section).not.toBe('check');
        expect(missingEquipment(dose.exercise, equipment)).toEqual([]);
        const lastMs = Math.max(...given.done.map(({ atMs }) => atMs));
        const last = given.done.filter(({ atMs }) => atMs === lastMs).map(({ exercise }) => exercise);
        if (last.length === 1) expect(dose.exercise).not.toBe(last[0]);
        if (given.isSilent) expect(breakFitness(dose.exercise).isQuiet).toBe(true);
        expect(dose.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a dose', () => {
  test('goes round what the place allows', () => {
    const done: DoneExercise[] = [];
    const given: string[] = [];
    for (let i = 0; i < 20; i++) {
      const nowMs = NINE + i * 45 * MINUTE;
      const { exercise } = chooseDose(ask({ done, nowMs }));
      given.push(exercise);
      done.push({ exercise, atMs: nowMs, in: 'break' });
    }
    const possible = BREAK_EXERCISES.filter(
      (id) =>
        breakFitness(id).place !== 'floor' &&
        !breakFitness(id).isForTheTrained &&
        missingEquipment(id, ['wall']).length === 0,
    );
    expect(new Set(given)).toEqual(new Set(possible));
    expect(new Set(given.slice(0, 4).map((id) => catalogueEntry(id as CatalogueId).section)).size).toBe(4);
  });

  test('says that it is neglected', () => {
    const done = [did('calf-raise-double', 45), did('hamstring-stretch', 90), did('single-leg-balance', 135)];
    expect(chooseDose(ask({ done }))).toMatchObject({ exercise: 'knee-to-wall', reasons: ['neglected'] });
  });

  test('follows a daily target until it is reached, an hour apart', () => {
    const target = { dailyTargets: [{ exercise: 'wall-calf-stretch' as const, times: 3 }] };
    expect(chooseDose(ask({}, target))).toMatchObject({ exercise: 'wall-calf-stretch', reasons: ['daily-target'] });
    const other = did('calf-raise-double', 5);
    expect(chooseDose(ask({ done: [did('wall-calf-stretch', 50), other] }, target)).exercise).not.toBe(
      'wall-calf-stretch',
    );
    expect(chooseDose(ask({ done: [did('wall-calf-stretch', 61), other] }, target)).exercise).toBe('wall-calf-stretch');
    const thrice = [200, 130, 65].map((ago) => did('wall-calf-stretch', ago));
    expect(chooseDose(ask({ done: [...thrice, other] }, target)).reasons).toEqual(['neglected']);
    const yesterday = [1300, 1200, 1100].map((ago) => did('wall-calf-stretch', ago));
    expect(chooseDose(ask({ done: [...yesterday, other] }, target)).reasons).toEqual(['daily-target']);
  });

  test('begins with the calf that is stiff, and eases it sooner', () => {
    const done = [
      did('knee-to-wall', 70),
      did('dynamic-calf-stretch', 60),
      did('calf-raise-double', 100),
      did('hamstring-stretch', 45),
    ];
    const settings = (soreSide: 'none' | 'right') => ({ soreSide, equipment: ['wall' as const], breaks: NO_TARGETS });
    const pelvis = [...done, did('single-leg-balance', 30), did('back-rib-breathing', 20)];
    expect(catalogueEntry(chooseDose(ask({ done: pelvis, settings: settings('none') })).exercise).section).toBe(
      'strength',
    );
    const easing = chooseDose(ask({ done: pelvis, settings: settings('right') }));
    expect(easing).toMatchObject({ exercise: 'knee-to-wall', reasons: ['neglected', 'stiff-calf'] });
    expect(easing.plan.blocks[0]?.sides).toEqual(['right', 'left']);
  });

  test('of one leg is for those who have trained it', () => {
    const everything = (done: DoneExercise[]): string[] => {
      const seen: string[] = [];
      for (let i = 0; i < 20; i++) {
        const nowMs = NINE + i * 45 * MINUTE;
        const { exercise } = chooseDose(ask({ done: [...done], nowMs }));
        done.push({ exercise, atMs: nowMs, in: 'break' });
        seen.push(exercise);
      }
      return seen;
    };
    expect(everything([])).not.toContain('calf-raise-single');
    expect(everything([did('calf-raise-single', 3000, 'session')])).toContain('calf-raise-single');
  });

  test('in a call is silent, and a smaller one is less of the same', () => {
    const silent = chooseDose(ask({ isSilent: true }));
    expect(silent).toMatchObject({ isSilent: true, exercise: 'calf-raise-double' });
    expect(silent.reasons).toContain('in-a-call');
    const usual = chooseDose(ask());
    const small = smallerDose(usual, ask());
    expect(small).toMatchObject({ exercise: usual.exercise, size: 'small' });
    expect(small.reasons).toContain('smaller');
    expect(estimatedMs(small.plan)).toBeLessThan(estimatedMs(usual.plan));
  });
});
