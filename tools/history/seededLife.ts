import type { BreakRow } from '../../electron/services/breaks/breakStore.ts';
import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import { type CatalogueId, isSeen } from '../../shared/exercises/exerciseIds.ts';
import type { Amendment } from '../../shared/history/amendments.ts';
import type {
  CheckIn,
  CheckResult,
  End,
  FeelRecord,
  NewCorrection,
  NewPlan,
  NewSession,
  NewSet,
  Override,
} from '../../shared/history/records.ts';
import { type Block, restBetween, type SessionPlan, tasksOf, usualBlock } from '../../shared/session/sessionPlan.ts';
import { between, type Random, randomFrom } from '../clips/random.ts';
import { doSet, type Life, PERSON_HEIGHT_CM, type SetDone } from './seededSet.ts';

/** What one day leaves in the history. */
export interface SeededDay {
  readonly sessions: readonly SeededSession[];
  readonly breaks: readonly BreakRow[];
  readonly checks: readonly CheckResult[];
  readonly overrides: readonly Override[];
}

export interface SeededSession {
  readonly session: NewSession;
  readonly plan: NewPlan;
  readonly end: End | null;
  readonly sets: readonly SeededSet[];
  readonly feels: readonly FeelRecord[];
  readonly amendments: readonly Amendment[];
}

export interface SeededSet extends SetDone {
  readonly set: NewSet;
  readonly reason: End['reason'];
  readonly corrections: readonly NewCorrection[];
  readonly checkIn: CheckIn | null;
}

export interface LifeOptions {
  readonly reps: number;
  readonly seed: number;
  /** The last moment of the last day, in ms since 1970. */
  readonly endMs: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** So much a person does in a year; the history is as long as it takes. */
const REPS_A_YEAR = 100_000;
const BREAKS_A_WORKDAY = 7.7;

const NOTES = [
  'Left calf a bit stiff this morning, loosened up after the second set.',
  'Felt strong. Slow lowers were easy today.',
  'Short on time.',
  'New shoes – the board slips a little.',
  'Knee fine. Achilles a little sore afterwards.',
  'Nach dem Laufen, müde Beine.',
  'Physio said: heavier next week.',
] as const;

/** Years of somebody who trains most days, has weeks off, gets stronger, and whose left leg is behind. Day by day, oldest first. */
export function* seededLife({ reps, seed, endMs }: LifeOptions): Generator<SeededDay> {
  const random = randomFrom(seed);
  const days = Math.max(7, Math.round((reps / REPS_A_YEAR) * 365.25));
  const firstMs = Math.floor(endMs / DAY_MS) * DAY_MS - (days - 1) * DAY_MS;
  const life: Life = {
    random,
    newId: uuids(random),
    strength: (atMs) => 1 - Math.exp(-(atMs - firstMs) / (500 * DAY_MS)),
  };
  let done = 0;
  let isAwayUntil = 0;
  for (let day = 0; day < days; day++) {
    const dayMs = firstMs + day * DAY_MS;
    if (random() < 1 / 180) isAwayUntil = day + 5 + Math.floor(10 * random());
    const isAway = day < isAwayUntil;
    const behind = (reps * day) / days - done;
    const sessions: SeededSession[] = [];
    if (!isAway && random() < (behind > 0 ? 0.92 : 0.5)) {
      sessions.push(aSession(life, dayMs + between(random, 16, 20) * 60 * MINUTE_MS, planOf(life, day, days)));
      if (behind > 300 && random() < 0.5)
        sessions.push(aSession(life, dayMs + 6.5 * 60 * MINUTE_MS, planOf(life, day, days)));
    }
    const isWorkday = !isAway && day % 7 < 5;
    const breaks = isWorkday ? breaksOf(life, dayMs) : { rows: [], sessions: [] };
    sessions.push(...breaks.sessions);
    done += sessions.reduce((sum, { sets }) => sum + sets.reduce((n, set) => n + set.reps.length, 0), 0);
    yield { sessions, breaks: breaks.rows, ...measured(life, day, dayMs) };
  }
}

/** The way up takes a tenth of the time. */
function planOf({ random }: Life, day: number, days: number): SessionPlan {
  const way = (10 * day) / days;
  if (day % 30 === 15) {
    const blocks = (['heel-rise-endurance', 'single-leg-balance'] as const).map((id) => usualBlock(id, 'check'));
    return { kind: 'check', blocks };
  }
  const main = (id: CatalogueId, reps: number): Block => ({ ...usualBlock(id, 'main'), target: { reps } });
  const hops =
    (['pogo-double', 'pogo-single', 'pogo-line', 'pogo-travel'] as const)[Math.floor(4 * random())] ?? 'pogo-double';
  const raise =
    way < 0.1 ? 'calf-raise-double' : way < 0.4 || random() < 0.4 ? 'calf-raise-single' : 'calf-raise-decline';
  const blocks: Block[] = [
    ...(random() < 0.4 ? [usualBlock('dynamic-calf-stretch', 'warm-up')] : []),
    main(raise, 17 + Math.floor(6 * random())),
    ...(way > 0.15 && random() < 0.6 ? [main('calf-raise-eccentric', 15)] : []),
    ...(way > 0.7 && random() < 0.5 ? [main(hops, 26)] : []),
    ...(random() < 0.5 ? [main('glute-bridge', 13)] : []),
    ...(random() < 0.2 ? [main('calf-raise-bent-knee', 15)] : []),
    ...(random() < 0.3 ? [usualBlock('wall-calf-stretch', 'cool-down')] : []),
    ...(random() < 0.2 ? [usualBlock('hamstring-stretch', 'cool-down')] : []),
  ];
  return { kind: random() < 0.85 ? 'recommended' : 'own', blocks };
}

function aSession(life: Life, startMs: number, plan: SessionPlan): SeededSession {
  const { random, newId } = life;
  const isBreak = plan.kind === 'break';
  const startedAtMs = Math.round(startMs);
  const source = isBreak || random() < 0.97 ? 'camera' : 'athlete';
  const session: NewSession = { id: newId(startedAtMs), startedAtMs, source };
  const tasks = tasksOf(plan);
  const isCutOff = random() < 0.01;
  // In a bad week it hurts more.
  const ache = Math.floor(startedAtMs / (7 * DAY_MS)) % 23 === 0 ? 3 : 0;
  const sets: SeededSet[] = [];
  let tMs = startedAtMs + 5000;
  for (const [i, task] of tasks.entries()) {
    const set = aSet(life, session.id, task, i, tMs, isBreak ? null : ache);
    sets.push(set);
    const next = tasks[i + 1];
    tMs = set.endedAtMs + (next ? restBetween(plan, task, next) : 0) + 8000 * random();
    if (isCutOff && random() < 0.3) break;
  }
  const endedAtMs = Math.round(sets.at(-1)?.endedAtMs ?? tMs) + 3000;
  const reason: End['reason'] = isCutOff ? 'closed-later' : random() < 0.93 ? 'finished' : 'stopped';
  const end: End = { id: session.id, endedAtMs: isCutOff ? endedAtMs + DAY_MS : endedAtMs, reason };
  const feels = isBreak || random() < 0.25 ? [] : feelsOf(life, session.id, endedAtMs, ache);
  return {
    ...{ session, end, sets, feels },
    plan: { id: newId(startedAtMs + 1), sessionId: session.id, atMs: startedAtMs + 1, startAt: 0, plan },
    amendments: isBreak ? [] : amendmentsOf(life, session.id, sets, endedAtMs),
  };
}

function aSet(
  life: Life,
  sessionId: string,
  { exercise, side, target }: ReturnType<typeof tasksOf>[number],
  task: number,
  startMs: number,
  ache: number | null,
): SeededSet {
  const { random, newId } = life;
  const startedAtMs = Math.round(startMs);
  const id = newId(startedAtMs);
  const isLed = !isSeen(exercise);
  const wanted = 'reps' in target ? target.reps : 1;
  const isShort = !isLed && random() < 0.08;
  const isCheck = catalogueEntry(exercise).section === 'check';
  const reps = isCheck
    ? 16 + Math.floor(14 * life.strength(startMs) + 6 * random())
    : isShort
      ? Math.ceil(wanted * random())
      : wanted;
  const done = doSet(life, id, exercise, side, startedAtMs, reps);
  const set: NewSet = {
    id,
    sessionId,
    startedAtMs,
    exercise,
    side,
    targetReps: isLed ? 1 : wanted,
    targetMs: 'goMs' in target ? target.goMs : null,
    task,
    personHeightCm: PERSON_HEIGHT_CM,
  };
  const atMs = Math.round(done.endedAtMs) + 4000;
  const corrections: NewCorrection[] =
    random() < 0.03 && !isLed ? [{ id: newId(atMs), setId: id, atMs, change: random() < 0.6 ? 1 : -1 }] : [];
  const pain = Math.min(10, Math.floor(random() * 2.6 + (ache ?? 0) * random()));
  const fatigue = (['none', 'some', 'some', 'a-lot'] as const)[Math.floor(3.2 * random())] ?? 'some';
  const checkIn: CheckIn | null =
    ache === null || isLed || random() < 0.15
      ? null
      : { id: newId(atMs), setId: id, atMs, cramp: random() < 0.02, fatigue, pain };
  return {
    ...done,
    endedAtMs: Math.round(done.endedAtMs),
    set,
    reason: isShort || isCheck ? 'stopped' : 'finished',
    corrections,
    checkIn,
  };
}

function feelsOf({ random, newId }: Life, sessionId: string, endedAtMs: number, ache: number): FeelRecord[] {
  const feel = (): FeelRecord['feel'] =>
    random() < (ache > 0 ? 0.5 : 0.04) ? 'worse' : random() < 0.6 ? 'same' : 'better';
  const [afterMs, nextMs] = [endedAtMs + 20_000, endedAtMs + 15 * 60 * MINUTE_MS];
  return [
    { id: newId(afterMs), sessionId, atMs: afterMs, asked: 'after', feel: feel() },
    { id: newId(nextMs), sessionId, atMs: nextMs, asked: 'next-day', feel: feel() },
  ];
}

function amendmentsOf(
  { random, newId }: Life,
  sessionId: string,
  sets: readonly SeededSet[],
  endedAtMs: number,
): Amendment[] {
  const found: Amendment[] = [];
  const atMs = endedAtMs + 3 * 60 * MINUTE_MS;
  const base = (targetId: string) => ({ id: newId(atMs + found.length), atMs: atMs + found.length, targetId });
  const note = (): string => NOTES[Math.floor(NOTES.length * random())] ?? NOTES[0];
  if (random() < 0.15) found.push({ ...base(sessionId), of: 'session', field: 'note', value: note() });
  for (const { set, reps } of sets) {
    if (random() < 0.01) found.push({ ...base(set.id), of: 'set', field: 'note', value: note() });
    if (set.side !== 'both' && random() < 0.003) {
      found.push({ ...base(set.id), of: 'set', field: 'side', value: set.side === 'left' ? 'right' : 'left' });
    }
    const [first] = reps;
    if (first && random() < 0.01) found.push({ ...base(first.rep.id), of: 'rep', field: 'counts', value: false });
  }
  if (random() < 0.006) {
    found.push({ ...base(sessionId), of: 'session', field: 'deleted', value: true });
    if (random() < 0.5) found.push({ ...base(sessionId), of: 'session', field: 'deleted', value: false });
  }
  return found;
}

function breaksOf(life: Life, dayMs: number): { rows: BreakRow[]; sessions: SeededSession[] } {
  const { random, newId } = life;
  const rows: BreakRow[] = [];
  const sessions: SeededSession[] = [];
  const add = (event: BreakRow['event'], exercise: CatalogueId | null): void => {
    rows.push({ id: newId(event.atMs), event, exercise });
  };
  let atMs = Math.round(dayMs + between(random, 8, 9) * 60 * MINUTE_MS);
  const count = Math.floor(BREAKS_A_WORKDAY + random() * 1.3);
  for (let i = 0; i < count; i++) {
    const fromMs = atMs;
    atMs += Math.round(between(random, 44, 52) * MINUTE_MS);
    const dueAtMs = atMs;
    const exercise =
      (['calf-raise-double', 'wall-calf-stretch', 'dynamic-calf-stretch', 'step-drop-stretch'] as const)[
        Math.floor(4 * random())
      ] ?? 'calf-raise-double';
    add({ kind: 'offered', atMs, dueAtMs, n: 1 }, exercise);
    if (random() < 0.2) {
      add({ kind: 'snoozed', atMs: atMs + 9000, dueAtMs, minutes: 5 }, exercise);
      atMs += 5 * MINUTE_MS;
      add({ kind: 'offered', atMs, dueAtMs, n: 2 }, exercise);
    }
    const dice = random();
    if (dice < 0.1) add({ kind: 'skipped', atMs: atMs + 12_000, dueAtMs, reason: 'in-the-middle' }, exercise);
    else if (dice < 0.2) add({ kind: 'lapsed', atMs: atMs + 600_000, dueAtMs, why: 'unanswered' }, exercise);
    else if (dice < 0.5) {
      const session = aSession(life, atMs + 15_000, {
        kind: 'break',
        blocks: [
          {
            ...usualBlock(exercise, 'main'),
            sets: 1,
            ...(exercise === 'step-drop-stretch'
              ? {}
              : { target: { reps: exercise === 'wall-calf-stretch' ? 1 : 12 } }),
          },
        ],
      });
      sessions.push(session);
      const isSeenOne = session.sets.some(({ reps }) => reps.length > 0);
      const how = !isSeenOne ? 'reported' : exercise === 'wall-calf-stretch' ? 'held' : 'counted';
      atMs = (session.end?.endedAtMs ?? atMs) + 5000;
      add({ kind: 'done', atMs, dueAtMs, how, sessionId: session.session.id }, exercise);
    } else add({ kind: 'done', atMs: atMs + 90_000, dueAtMs, how: 'reported', sessionId: null }, exercise);
    add({ kind: 'sat', atMs: atMs + 1, fromMs }, null);
  }
  return { rows, sessions };
}

function measured(
  { random, newId, strength }: Life,
  day: number,
  dayMs: number,
): Pick<SeededDay, 'checks' | 'overrides'> {
  const atMs = dayMs + 19 * 60 * MINUTE_MS;
  const checks: CheckResult[] =
    day % 30 !== 14
      ? []
      : (['left', 'right'] as const).map((side) => {
          const value = Math.round(10 * (7 + 3.5 * strength(atMs) - (side === 'left' ? 1 : 0) + random())) / 10;
          return { id: newId(atMs), atMs, kind: 'knee-to-wall', side, value, passed: null, setId: null };
        });
  const overrides: Override[] =
    day === 200 ? [{ id: newId(atMs), atMs, exercise: 'pogo-double', reason: 'My physio cleared me.' }] : [];
  return { checks, overrides };
}

/** UUIDv7 by the same chance as all else, so that a seed gives the same file. */
function uuids(random: Random): (atMs: number) => string {
  const hex = (digits: number): string =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return (atMs) => {
    const time = Math.floor(atMs).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[Math.floor(4 * random())]}${hex(3)}-${hex(6)}${hex(6)}`;
  };
}
