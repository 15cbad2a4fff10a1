import { z } from 'zod';
import { canSkip, snoozesLeft } from './actions.ts';
import { type BreakRules, type BreakState, type Sense, type Signal, STAGES } from './breakState.ts';
import { type Dose, doseSchema } from './dose.ts';
import { HOLDS, type Hold } from './holds.ts';
import { breakOutlook, OUTLOOK_REASONS } from './outlook.ts';
import { pauseEndsMs } from './pauses.ts';

/** What a system may tell of, beside the presence of a person. */
export const SIGNALS = ['full-screen', 'call', 'do-not-disturb'] as const satisfies readonly Hold[];
export type SignalName = (typeof SIGNALS)[number];

/** What a screen, a tray or a notification needs to know of the breaks. */
export const breaksViewSchema = z.object({
  nowMs: z.int(),
  stage: z.enum(STAGES),
  /** When the next break is; null where it waits for something to be over. */
  nextAtMs: z.int().nullable(),
  why: z.enum(OUTLOOK_REASONS),
  holds: z.array(z.enum(HOLDS)),
  /** What to do then, or now. */
  dose: doseSchema,
  snoozesLeft: z.int().min(0),
  canSkip: z.boolean(),
  isPaused: z.boolean(),
  /** When the pause ends by itself; null without one, and for one that the person ends. */
  pausedUntilMs: z.int().nullable(),
  /** Whether the system tells if someone is there. */
  isPresenceKnown: z.boolean(),
  /** What the system says nothing of at the moment. */
  untold: z.array(z.enum(SIGNALS)),
});
export type BreaksView = z.infer<typeof breaksViewSchema>;

export function viewBreaks(rules: BreakRules, state: BreakState, sense: Sense, dose: Dose, nowMs: number): BreaksView {
  const { atMs, why, holds } = breakOutlook(rules, state, sense, nowMs);
  return {
    nowMs,
    stage: state.stage.name,
    nextAtMs: atMs,
    why,
    holds: [...holds],
    dose,
    snoozesLeft: snoozesLeft(rules, state),
    canSkip: canSkip(state),
    isPaused: state.pause !== null,
    pausedUntilMs: state.pause && pauseEndsMs(rules.local, state.pause, nowMs),
    isPresenceKnown: sense.presence.kind !== 'unknown',
    untold: SIGNALS.filter((name) => signalOf(sense, name) === 'unknown'),
  };
}

function signalOf({ fullScreen, call, doNotDisturb }: Sense, name: SignalName): Signal {
  return { 'full-screen': fullScreen, call, 'do-not-disturb': doNotDisturb }[name];
}
