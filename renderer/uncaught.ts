import type { Api } from '../shared/contract/contract.ts';

/** A fault that comes back with every frame is told a few times, not thirty times a second. */
const MOST_REPORTS = 20;

/** Tells the log of what nobody in this page caught: where it came from, never what it said. */
export function reportUncaught(api: Api): (error: unknown) => void {
  let left = MOST_REPORTS;
  const report = (error: unknown): void => {
    left -= 1;
    if (left < 0) return;
    const { name = typeof error, message = '', stack = '' } = error instanceof Error ? error : {};
    const where = stack.replace(message, '');
    api['app.report']({ name: name.slice(0, 100), stack: where.slice(0, 20_000) }).catch(() => undefined);
  };
  addEventListener('error', ({ error }) => report(error));
  addEventListener('unhandledrejection', ({ reason }) => report(reason));
  return report;
}
