import { type BreakAction, PAUSES } from '../shared/breaks/breakState.ts';

/** What a launch asks for besides opening the app. */
export interface Launch {
  /** Started by the login: no window. */
  readonly isHidden: boolean;
  readonly act: BreakAction | null;
  /** What is wrong with an argument, in one sentence. */
  readonly problem: string | null;
}

export const HIDDEN_ARGUMENT = '--hidden';
const PAUSE_ARGUMENT = '--pause-breaks';

/** Reads the arguments of a launch. Chromium has its own among them, so what is not ours is left alone. */
export function readLaunch(argv: readonly string[]): Launch {
  let act: BreakAction | null = null;
  let problem: string | null = null;
  for (const argument of argv) {
    const [name, value] = argument.split('=', 2);
    if (name === '--break-now') act = { action: 'start-now' };
    if (name === '--resume-breaks') act = { action: 'resume' };
    if (name === PAUSE_ARGUMENT) {
      const length = PAUSES.find((each) => String(each) === (value ?? 'resumed'));
      if (length === undefined) problem = `${PAUSE_ARGUMENT} is ${value}; it can be ${PAUSES.join(', ')}.`;
      else act = { action: 'pause', for: length };
    }
  }
  return { isHidden: argv.includes(HIDDEN_ARGUMENT), act, problem };
}
