import { parentPort, workerData } from 'node:worker_threads';
import { inspect } from './inspect.ts';
import type { InspectionOrder, InspectionReply } from './inspectBeside.ts';

const { file, isOurs } = workerData as InspectionOrder;
const reply = (message: InspectionReply): void => parentPort?.postMessage(message);
try {
  reply({ inspection: inspect(file, isOurs) });
} catch (error) {
  reply({ problem: String(error) });
}
