import type { Equipment } from '../exercises/catalogue.ts';
import type { CatalogueId } from '../exercises/exerciseIds.ts';
import type { Block, SessionPlan } from '../session/sessionPlan.ts';
import type { Goal } from '../settings/settings.ts';
import type { Setback } from './ladderFold.ts';
import type { RungId } from './rungs.ts';

/** What to do now, and why each of it. */
export interface PlannedSession {
  readonly items: readonly PlannedItem[];
  readonly notes: readonly Note[];
  /** The blocks of the items, ready to be done. */
  readonly plan: SessionPlan;
  readonly estimatedMs: number;
}

export interface PlannedItem {
  readonly block: Block;
  /** The most important first; at least one. */
  readonly reasons: readonly Reason[];
}

/** Why something is in the plan. Days are local calendar days. */
export type Reason =
  | { readonly code: 'your-rung'; readonly rung: RungId }
  /** It has opened and was not trained yet. */
  | { readonly code: 'new-rung'; readonly rung: RungId }
  /** So many of the sessions that open `next`. */
  | { readonly code: 'gate-progress'; readonly have: number; readonly need: number; readonly next: RungId }
  | { readonly code: 'five-count-for-hops'; readonly have: number; readonly need: number }
  /** There is no time for both; the other one has its turn next time. */
  | { readonly code: 'takes-turns'; readonly other: CatalogueId }
  /** Strength is kept up beside what is new. */
  | { readonly code: 'keeps-strength' }
  /** The first session of a hop, or the first after a long while: few landings. */
  | { readonly code: 'first-hops'; readonly landings: number; readonly atMost: number }
  /** In place of hops, which rest until then. */
  | { readonly code: 'hops-rest'; readonly untilMs: number }
  | { readonly code: 'stepped-back'; readonly from: RungId; readonly to: RungId }
  /** The first time: few sets. */
  | { readonly code: 'starts-small' }
  /** Fewer sets after so many days without training. */
  | { readonly code: 'after-pause'; readonly days: number }
  /** Fewer sets, since the last time was a little too much. */
  | { readonly code: 'ease-off' }
  /** Done on so many of the last seven days; `least` to `most` are wanted. */
  | { readonly code: 'per-week'; readonly have: number; readonly least: number; readonly most: number }
  | { readonly code: 'warm-up' }
  /** Stretch after training. */
  | { readonly code: 'cool-down' }
  | { readonly code: 'not-since'; readonly days: number }
  | { readonly code: 'never-done' }
  | { readonly code: 'goal'; readonly goal: Goal }
  /** Sitting keeps the calf short. */
  | { readonly code: 'after-sitting' }
  | { readonly code: 'sore-side-first'; readonly side: 'left' | 'right' }
  /** Short of time: the tight side alone. */
  | { readonly code: 'sore-side-only'; readonly side: 'left' | 'right' }
  /** `days` since the last test; null when there was none. */
  | { readonly code: 'test-due'; readonly days: number | null }
  | { readonly code: 'test-before-run' }
  | { readonly code: 'test-failed' }
  /** In place of an exercise that needs one piece of each of these groups. */
  | { readonly code: 'no-equipment'; readonly insteadOf: CatalogueId; readonly needs: Needs };

/** What the person should know of the whole session. */
export type Note =
  /** No calf strength today. `week-full`: it was trained on so many of the last seven days already. */
  | {
      readonly code: 'rest-day';
      readonly because: 'trained-today' | 'trained-yesterday' | 'week-full';
      readonly daysInWeek: number;
    }
  | { readonly code: 'gentle-day'; readonly cause: Setback['cause'] }
  /** The last step back, while it is news. */
  | { readonly code: 'stepped-back'; readonly setback: Setback }
  | { readonly code: 'ease-off' }
  | { readonly code: 'see-therapist'; readonly days: number; readonly reports: number }
  | { readonly code: 'pain-red-flags'; readonly pain: number }
  | { readonly code: 'better-twice-a-day' }
  | { readonly code: 'welcome-back'; readonly days: number }
  /** The rung is in the plan with fewer sets than earn it. */
  | { readonly code: 'cannot-earn'; readonly rung: RungId; readonly sets: number; readonly need: number }
  | { readonly code: 'equipment-missing'; readonly exercise: CatalogueId; readonly needs: Needs }
  | { readonly code: 'hops-rest'; readonly untilMs: number }
  /** Before a run: it hurt lately, so rather walk. */
  | { readonly code: 'better-not-run' }
  /** Before a run: roll each calf for two minutes afterwards. */
  | { readonly code: 'roll-after-run' };

type Needs = readonly (readonly Equipment[])[];
