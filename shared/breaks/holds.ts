import type { BreakRules, BreakState, Sense } from './breakState.ts';

/** What speaks against a break now; it waits until this is over. */
export const HOLDS = [
  'paused',
  'session',
  'locked',
  'presence-unknown',
  'full-screen',
  'call',
  'do-not-disturb',
] as const;
export type Hold = (typeof HOLDS)[number];

const NONE: readonly Hold[] = [];

export function holdsOf({ settings }: BreakRules, state: BreakState, sense: Sense): readonly Hold[] {
  const { presence, fullScreen, call, doNotDisturb } = sense;
  let holds = NONE;
  const hold = (isOn: boolean, what: Hold): void => {
    if (isOn) holds = [...holds, what];
  };
  hold(state.pause !== null, 'paused');
  hold(state.session !== null, 'session');
  hold(presence.kind === 'locked', 'locked');
  hold(presence.kind === 'unknown' && settings.whenUnknown === 'wait', 'presence-unknown');
  hold(fullScreen === 'yes' && settings.holdInFullScreen, 'full-screen');
  hold(call === 'yes' && settings.holdInCalls, 'call');
  hold(doNotDisturb === 'yes' && settings.holdInDoNotDisturb, 'do-not-disturb');
  return holds;
}

/** Whether an offer that is on the screen should go again: not because the person has just stood up and locked it. */
export function callsOfferBack(holds: readonly Hold[]): boolean {
  return holds.some((hold) => hold !== 'locked' && hold !== 'presence-unknown');
}
