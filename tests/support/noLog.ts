import type { Log } from '../../electron/services/log/log.ts';

/** For those who are told and do not write it down. */
export const NO_LOG: Pick<Log, 'note' | 'error'> = { note: () => undefined, error: () => undefined };
