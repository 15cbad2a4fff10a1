import { isDeepStrictEqual } from 'node:util';
import { type BreakService, createBreakService } from '../../electron/services/breaks/breakService.ts';
import type { BreakStore } from '../../electron/services/breaks/breakStore.ts';
import type { BreakEvent, LocalTime, Sense } from '../../shared/breaks/breakState.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { BrokenRule, type Oracle } from './oracle.ts';

/** The real service in a world that may end it at any moment: it is started, used, dropped without a word and made anew. */
export interface ServiceLife {
  service(): BreakService | null;
  readonly restarts: () => number;
  /** When its timer is due, in true time; null without one. */
  timerMs(): number | null;
  /** The timer moves while the machine sleeps. */
  moveTimer(toMs: number): void;
  fire(): void;
  boot(): void;
  /** Gone, with all it had in mind; what was saved must be all there was. */
  crash(): void;
  /** Not a crash, but the look that a restart begins with. */
  lookAgain(): void;
  /** Ends it in the middle of the next save: before it, or after it and before anyone is told. */
  killAtNextSave(point: 'before' | 'after'): void;
  /** Lets it do something that it may not survive; who asked for it asks again. */
  use(run: (service: BreakService) => void): void;
}

export interface World {
  readonly oracle: Oracle;
  readonly local: LocalTime;
  trueMs(): number;
  now(): number;
  /** How late a timer is, in ms. */
  lateMs(): number;
  settings(): Settings;
  sense(): Sense;
  isVisible(): boolean;
  store(): BreakStore;
  newId(): string;
  hear(events: readonly BreakEvent[]): void;
}

export function createServiceLife(world: World): ServiceLife {
  const { oracle } = world;
  let service: BreakService | null = null;
  let timer: { dueMs: number; readonly run: () => void } | null = null;
  /** What comes from an earlier life is not heard. */
  let life = 0;
  let restarts = 0;
  let killing: 'before' | 'after' | null = null;

  function create(mine: number): BreakService {
    return createBreakService({
      clock: {
        now: world.now,
        setTimer: (ms, run) => {
          if (mine !== life) return null;
          oracle.sets(ms);
          if (timer !== null) throw new BrokenRule('Two timers at once');
          timer = { dueMs: world.trueMs() + ms + world.lateMs(), run };
          return timer;
        },
        clearTimer: (given) => {
          if (mine === life && timer === given) timer = null;
        },
      },
      local: world.local,
      presence: {
        read: () => {
          const sense = world.sense();
          if (mine === life) oracle.reads(sense);
          return sense;
        },
      },
      settings: world.settings,
      store: () => mortalStore(mine),
      newId: world.newId,
    });
  }

  /** What a service saves after it was killed never happened. */
  function mortalStore(mine: number): BreakStore {
    const store = world.store();
    return {
      ...store,
      save: (snapshot, rows) => {
        if (mine !== life) return;
        if (killing !== 'before') store.save(snapshot, rows);
        if (killing === null) return;
        if (killing === 'after') oracle.happens(rows.map(({ event }) => event));
        killing = null;
        life++;
        timer = null;
      },
    };
  }

  function boot(): void {
    life++;
    const mine = life;
    service = create(mine);
    service.subscribe((events) => {
      if (mine === life) world.hear(events);
    });
    oracle.comesUp(service.snapshot().state.stage.name);
    service.setVisible(world.isVisible());
    oracle.wakes(world.isVisible());
    service.start();
    if (mine !== life) rise();
  }

  function drop(): void {
    life++;
    service = null;
    timer = null;
    restarts++;
    oracle.goesDown();
  }

  function rise(): void {
    drop();
    boot();
  }

  return {
    service: () => service,
    restarts: () => restarts,
    timerMs: () => timer?.dueMs ?? null,
    moveTimer: (toMs) => {
      if (timer) timer.dueMs = toMs;
    },
    fire: () => {
      const mine = life;
      const due = timer;
      timer = null;
      oracle.wakes(world.isVisible());
      due?.run();
      if (mine !== life) rise();
    },
    boot,
    crash: () => {
      const before = service?.snapshot();
      drop();
      const restored = create(life).snapshot();
      if (before && !isDeepStrictEqual(before, restored)) {
        throw new BrokenRule(`A restart changes ${JSON.stringify(before)} to ${JSON.stringify(restored)}`);
      }
    },
    lookAgain: () => {
      if (!service) return;
      service.stop();
      oracle.goesDown();
      oracle.comesUp(service.snapshot().state.stage.name);
      oracle.wakes(world.isVisible());
      service.start();
    },
    killAtNextSave: (point) => {
      killing = point;
    },
    use: (run) => {
      if (!service) return;
      const mine = life;
      run(service);
      if (mine === life) return;
      rise();
      run(service);
    },
  };
}
