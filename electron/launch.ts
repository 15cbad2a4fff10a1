import { type BreakAction, PAUSES, SNOOZE_MINUTES } from '../shared/breaks/breakState.ts';

/** What a launch asks for besides opening the app. */
export interface Launch {
  /** Started by the login: no window. */
  readonly isHidden: boolean;
  readonly act: BreakAction | null;
  /** What is wrong with an argument, in one sentence. */
  readonly problem: string | null;
}

export const HIDDEN_ARGUMENT = '--hidden';

/** Reads the arguments of a launch. Chromium has its own among them, so what is not ours is left alone. */
export function readLaunch(argv: readonly string[]): Launch {
  let act: BreakAction | null = null;
  let problem: string | null = null;
  for (const argument of argv) {
    const [name, value] = argument.split('=', 2);
    if (name === '--break-now') act = { action: 'start-now' };
    if (name === '--resume-breaks') act = { action: 'resume' };
    const choice = <T extends string | number>(choices: readonly T[], usual: T): T | undefined => {
      const chosen = choices.find((each) => String(each) === (value ?? String(usual)));
      if (chosen === undefined) problem = `${name} is ${value}; it can be ${choices.join(', ')}.`;
      return chosen;
    };
    if (name === '--pause-breaks') {
      const length = choice(PAUSES, 'resumed');
      if (length !== undefined) act = { action: 'pause', for: length };
    }
    if (name === '--snooze-break') {
      const minutes = choice(SNOOZE_MINUTES, 5);
      if (minutes !== undefined) act = { action: 'snooze', minutes };
    }
  }
  return { isHidden: argv.includes(HIDDEN_ARGUMENT), act, problem };
}
