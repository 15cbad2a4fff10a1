import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killAgainAndAgain } from './kills.ts';

/**
 * `npm run test:faults -- --kills 1000 [--seed N]`: cuts the real host off again and again, and looks after each time that
 * nothing is lost that was answered. The other faults are in `npm test`.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!(Number.isInteger(kills) && kills > 0 && Number.isInteger(seed))) {
  console.error(
    `--kills ${values.kills} --seed ${values.seed}: both are whole numbers, and there is at least one kill.`,
  );
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'soleus-faults-'));
console.log(`${kills} kills, seed ${seed}`);
try {
  const report = await killAgainAndAgain({
    ...{ kills, seed, dataFolder: join(folder, 'data') },
    onKill: (done) => {
      if (done % 50 === 0) console.log(`${done} of ${kills}`);
    },
  });
  const during = Object.entries(report.during).map(([moment, n]) => `${n} during ${moment}`);
  console.log(`${report.kills} kills (${during.join(', ')}).`);
  console.log(`${report.records} records had been answered, ${report.reps} of them reps. None is lost.`);
  rmSync(folder, { recursive: true, force: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`What is left lies in ${folder}`);
  process.exitCode = 1;
}
