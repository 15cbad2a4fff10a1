import { createServices } from '../../electron/services/services.ts';
import { CallError } from '../../shared/contract/contract.ts';
import { aRep, aSession, aSet } from './records.ts';

/**
 * A process of its own with the real services: `node fullDiskProcess.ts FOLDER`. It saves reps until one cannot be saved,
 * tries that one once more, and prints how many were announced and why it stopped.
 */
const { api } = createServices({ dataFolder: process.argv[2] ?? '', host: 'browser', version: '0', now: () => 1e12 });
const session = aSession();
const set = aSet(session.id);
await api['history.startSession'](session);
await api['history.startSet'](set);
let announced = 0;
const codes: string[] = [];
while (codes.length < 2 && announced < 20_000) {
  try {
    await api['history.addRep'](aRep(set.id, announced + 1));
    announced += 1;
  } catch (error) {
    codes.push(error instanceof CallError ? error.code : 'unknown');
  }
}
process.stdout.write(JSON.stringify({ announced, codes }));
process.kill(process.pid, 'SIGKILL');
