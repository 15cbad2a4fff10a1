import type { CatalogueId } from '../exercises/exerciseIds.ts';
import type { Clock } from './clock.ts';
import { lastDayOf } from './dayAfter.ts';
import { latestFeels, painfulSet, type SessionEvidence, sessionsOf } from './evidence.ts';
import { type LadderState, ladderEvents, proofOf, START, stepLadder } from './ladderFold.ts';
import type { Progress, SetEvidence } from './progress.ts';
import { FIRST_RUNG, GATE, RUNGS, type RungId } from './rungs.ts';
import { LOAD, loadsCalves, wasDone } from './trainingHistory.ts';

/** Of each exercise the last so many days on which it was done: no rule looks back at more. Our own. */
const DAYS_OF_EACH = 5;

/**
 * Of what lies before a moment, the sets that decisions of today and later still hang on: what opened and closed each rung,
 * what counts for the rungs that are not open yet, and when each exercise was done last. Ten years have thousands of sessions
 * that showed what was shown already.
 *
 * With these sets, all sets of sessions from that moment on, and the answers of all these sessions, the ladder is the same as
 * with everything, now and later; only its lists of sessions in which a rung was earned are shorter. Whatever is written
 * of an older session may change which sets they are.
 *
 * @param untilMs the beginning of a local day, at least `ESSENTIAL_AFTER_DAYS` ago: what is older is thinned out
 */
export function essentialSets(progress: Progress, clock: Clock, untilMs: number): string[] {
  const sessions = sessionsOf(progress, clock.nowMs);
  const old = sessions.filter(({ startedAtMs }) => startedAtMs < untilMs);
  const isOld = new Set(old.map(({ id }) => id));
  // An answer dated later than now will change the past when its time has come.
  if (progress.feels.some(({ sessionId, atMs }) => atMs > clock.nowMs && isOld.has(sessionId))) return idsOf(old);

  const events = ladderEvents(progress, clock);
  const whole = new Set([
    ...old.filter(({ lastSetMs }) => lastSetMs >= untilMs).map(({ id }) => id),
    ...events.flatMap((event) => ('session' in event && event.atMs >= untilMs ? [event.session.id] : [])),
  ]);
  const { proof, setbacks } = witnesses(events.filter(({ atMs }) => atMs < untilMs));
  const last = lastDone(old, clock);
  const known = new Set([...proof.keys(), ...setbacks, ...whole, ...firstBetter(progress, clock, isOld)]);
  // An answer stands for every session of its day.
  const days = new Set(old.filter(({ id }) => known.has(id)).map((session) => lastDayOf(session, clock)));
  const outlined = new Set([...known, ...old.slice(0, 1).map(({ id }) => id), ...last.map((set) => set.sessionId)]);
  const kept = old.map((session): SessionEvidence => {
    if (whole.has(session.id)) return session;
    const isOutlined = outlined.has(session.id) || days.has(lastDayOf(session, clock));
    return { ...session, sets: isOutlined ? outlineOf(session, proof.get(session.id)) : [] };
  });
  return [...new Set([...idsOf(kept), ...last.map(({ setId }) => setId)])];
}

function idsOf(sessions: readonly SessionEvidence[]): string[] {
  return sessions.flatMap(({ sets }) => sets.map(({ setId }) => setId));
}

/** No rule but the ladder's looks back further than this; two weeks is the longest of them. */
export const ESSENTIAL_AFTER_DAYS = 60;

interface Witnesses {
  /** What to keep of the sessions that opened something, and of those that count for what may open next. */
  readonly proof: ReadonlyMap<string, ReadonlySet<CatalogueId>>;
  readonly setbacks: ReadonlySet<string>;
}

function witnesses(events: ReturnType<typeof ladderEvents>): Witnesses {
  const proof = new Map<string, Set<CatalogueId>>();
  const setbacks = new Set<string>();
  const keep = ({ id }: SessionEvidence, ...exercises: readonly CatalogueId[]): void => {
    proof.set(id, new Set([...(proof.get(id) ?? []), ...exercises]));
  };
  const keepProof = (state: LadderState, rungs: readonly RungId[]): void => {
    for (const rung of rungs) {
      // A single-leg raise stands for the first rung.
      const shownBy = rung === FIRST_RUNG ? ([rung, 'calf-raise-single'] as const) : [rung];
      for (const session of proofOf(state, rung).slice(0, GATE.sessions)) keep(session, ...shownBy);
    }
  };
  let state = START;
  for (const event of events) {
    const before = state;
    state = stepLadder(state, event);
    if (event.type === 'bad-news') setbacks.add(event.session.id);
    if (event.type === 'five-count' && before.fiveCounts < GATE.fiveCountSessions) {
      keep(event.session, 'calf-raise-eccentric');
    }
    // Hops hang on the decline raise as well.
    if (state.current > before.current) {
      keepProof(state, ['calf-raise-decline', ...RUNGS.slice(before.current, state.current)]);
    }
  }
  keepProof(state, RUNGS);
  return { proof, setbacks };
}

/** Of a session its first and last set, what hurt, and the exercises that it is kept for. */
function outlineOf({ sets }: SessionEvidence, exercises: ReadonlySet<CatalogueId> | undefined): SetEvidence[] {
  const painMs = painfulSet(sets)?.atMs;
  return sets.filter(
    (set, i) => i === 0 || i === sets.length - 1 || set.startedAtMs === painMs || exercises?.has(set.exercise),
  );
}

/** Whether anybody ever felt better is asked of all time. */
function firstBetter(progress: Progress, clock: Clock, isOld: ReadonlySet<string>): string[] {
  const said = (['after', 'next-day'] as const).flatMap((asked) => [
    ...latestFeels(progress, asked, clock.nowMs).values(),
  ]);
  const better = said.filter(({ feel, sessionId }) => feel === 'better' && isOld.has(sessionId));
  return better.slice(0, 1).map(({ sessionId }) => sessionId);
}

/** Of each exercise what was done last, and all of the last day on which the calves were trained. */
function lastDone(sessions: readonly SessionEvidence[], clock: Clock): SetEvidence[] {
  const done = sessions.flatMap(({ sets }) => sets).filter(wasDone);
  const dayOf = ({ startedAtMs }: SetEvidence): number => clock.dayOf(startedAtMs);
  const ofEach = [...Map.groupBy(done, ({ exercise }) => exercise).values()].flatMap((own) => {
    const days = new Map(own.map((set) => [dayOf(set), set]));
    return [...days]
      .sort(([a], [b]) => b - a)
      .slice(0, DAYS_OF_EACH)
      .map(([, set]) => set);
  });
  const loads = Map.groupBy(
    done.filter(({ exercise }) => loadsCalves(exercise)),
    dayOf,
  );
  const trained = [...loads].filter(([, own]) => own.length >= LOAD.setsAtLeast).sort(([a], [b]) => b - a);
  return [...ofEach, ...(trained[0]?.[1] ?? [])];
}
