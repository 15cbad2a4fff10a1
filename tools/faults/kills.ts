import { randomFrom } from '../clips/random.ts';
import { type Aftermath, lostOf } from './aftermath.ts';
import { bringAbout, MOMENTS, type Moment, type Scene } from './moments.ts';
import { nothingAnnounced } from './trainee.ts';

/** What came of it. */
export interface KillReport {
  readonly kills: number;
  /** Kills by what went on at that moment. */
  readonly during: Record<Moment, number>;
  /** Records that had been answered, and so had to be there after every one of the kills. */
  readonly records: number;
  readonly reps: number;
}

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** An empty one. It is used over and over, as a person's is. */
  readonly dataFolder: string;
  readonly onKill?: (done: number) => void;
}

/** Each once, in the first so many kills; between them somebody trains most of the time. */
export const EVERY_MOMENT = MOMENTS.length;
const ROUND: readonly Moment[] = [...MOMENTS, ...Array<Moment>(MOMENTS.length - 1).fill('training')];

/**
 * The real host, cut off by SIGKILL again and again while somebody trains, and in the midst of all that it does with whole files.
 * After each of them the services open the history; it is whole, and has everything that was ever answered, as it was said.
 *
 * @throws Error naming the kill after which something was lost
 */
export async function killAgainAndAgain({ kills, seed, dataFolder, onKill }: KillOptions): Promise<KillReport> {
  const scene: Scene = { dataFolder, random: randomFrom(seed), announced: nothingAnnounced() };
  const during = Object.fromEntries(MOMENTS.map((moment) => [moment, 0])) as Record<Moment, number>;
  for (let kill = 0; kill < kills; kill++) {
    const moment = ROUND[kill % ROUND.length] ?? 'training';
    during[moment] += 1;
    const aftermath: Aftermath = await bringAbout[moment](scene);
    const lost = await lostOf(aftermath);
    if (lost) throw new Error(`After kill ${kill + 1} of seed ${seed}, during ${moment}: ${lost}`);
    onKill?.(kill + 1);
  }
  const records = Object.values(scene.announced).reduce((sum, known) => sum + known.size, 0);
  return { kills, during, records, reps: scene.announced.reps.size };
}
