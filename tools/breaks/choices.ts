import { type BreakAction, PAUSES, SKIP_REASONS, SNOOZE_MINUTES } from '../../shared/breaks/breakState.ts';
import { between, type Random } from '../clips/random.ts';

/** What someone happens to do. */
export interface Choices {
  chance(share: number): boolean;
  oneOf<T>(items: readonly T[]): T;
  /** In ms. */
  minutes(least: number, most: number): number;
  between(least: number, most: number): number;
  action(): BreakAction;
  /** What comes of a break that was begun; `newSession` makes one with a counted rep. */
  ending(newSession: () => string): BreakAction;
  /** The answer to an offer; null for none. */
  answer(): { readonly afterMs: number; readonly action: BreakAction } | null;
}

const MINUTE_MS = 60_000;

export function createChoices(random: Random): Choices {
  const chance = (share: number): boolean => random() < share;
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const minutes = (least: number, most: number): number => Math.round(between(random, least, most) * MINUTE_MS);
  const action = (): BreakAction =>
    oneOf<() => BreakAction>([
      () => ({ action: 'start-now' }),
      () => ({ action: 'smaller-dose' }),
      () => ({ action: 'snooze', minutes: oneOf(SNOOZE_MINUTES) }),
      () => ({ action: 'skip', reason: oneOf(SKIP_REASONS) }),
      () => ({ action: 'pause', for: oneOf(PAUSES) }),
      () => ({ action: 'resume' }),
      () => ({ action: 'done', how: 'reported' }),
    ])();
  const answerTo = (dice: number): BreakAction => {
    if (dice < 0.5) return { action: 'start-now' };
    if (dice < 0.75) return { action: 'snooze', minutes: oneOf(SNOOZE_MINUTES) };
    if (dice < 0.8) return { action: 'smaller-dose' };
    return dice < 0.9 ? { action: 'skip', reason: oneOf(SKIP_REASONS) } : action();
  };
  return {
    chance,
    oneOf,
    minutes,
    between: (least, most) => between(random, least, most),
    action,
    ending: (newSession) => {
      const dice = random();
      if (dice < 0.1) return { action: 'skip', reason: 'other' };
      if (dice < 0.5) return { action: 'done', how: 'reported' };
      return { action: 'done', how: dice < 0.8 ? 'counted' : 'held', sessionId: newSession() };
    },
    answer: () => {
      if (chance(0.1)) return null;
      const afterMs = chance(0.8) ? between(random, 500, MINUTE_MS) : minutes(1, 12);
      return { afterMs, action: answerTo(random()) };
    },
  };
}
