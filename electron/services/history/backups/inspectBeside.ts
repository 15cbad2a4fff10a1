import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type Inspection, inspect, NotWholeError } from './inspect.ts';

export interface InspectionOrder {
  readonly file: string;
  readonly isOurs: boolean;
}
export type InspectionReply = { readonly inspection: Inspection } | { readonly problem: string };

/** As it lies here, or built beside the main file. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './inspectWorker.ts' : './inspectWorker.js', import.meta.url);

/** Up to here it takes less time than a thread takes to start: about 50 ms. */
const SMALL_BYTES = 8_000_000;

/**
 * Looks through a copy, a large one in a thread of its own: a history of ten years takes three seconds, in which reps go
 * on being saved.
 *
 * @throws NotWholeError that says what is wrong with it, or what SQLite and the file system say
 */
export async function inspectBeside(
  order: InspectionOrder,
  { smallBytes = SMALL_BYTES, worker = WORKER } = {},
): Promise<Inspection> {
  const reply = statSync(order.file).size > smallBytes ? await inspectInThread(order, worker) : null;
  // Where there are no threads everything waits for it: better than a backup that nobody has opened.
  if (!reply) return inspect(order.file, order.isOurs);
  if ('problem' in reply) throw new NotWholeError(reply.problem);
  return reply.inspection;
}

/** Null where there are no threads, or it ends without an answer. */
function inspectInThread(order: InspectionOrder, url: URL): Promise<InspectionReply | null> {
  return new Promise((resolve) => {
    const worker = new Worker(url, { workerData: order });
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
}
