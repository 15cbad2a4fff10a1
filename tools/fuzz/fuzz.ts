import { fuzzHttp } from './httpWay.ts';
import { fuzzIpc } from './ipcWay.ts';
import { fuzzSocket } from './socketWay.ts';
import { newTally, type Tally } from './tally.ts';
import { startTarget } from './target.ts';

/** How many messages go which way, of a hundred over socket and IPC; requests to the HTTP server come besides. */
const SHARES = { socket: 60, ipc: 40, http: 20 } as const;
export type Way = keyof typeof SHARES;
/** So many, and the services and their data folder are new: reading a long history takes time that is not looked for here. */
const ROUND = 2000;

export type Tallies = Readonly<Record<Way, Tally>>;

/**
 * Sends so many fuzzed messages to real services. Each round has a seed of its own, counted up from the first.
 *
 * @throws an error that names the seed of the round in which something happened that must not
 */
export async function fuzz(count: number, firstSeed: number, onRound?: (tallies: Tallies) => void): Promise<Tallies> {
  const tallies = { socket: newTally(), ipc: newTally(), http: newTally() };
  for (let sent = 0, seed = firstSeed; sent < count; sent += ROUND, seed++) {
    await fuzzRound(Math.min(ROUND, count - sent), seed, tallies).catch((error: unknown) => {
      throw new Error(`Seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
    });
    onRound?.(tallies);
  }
  return tallies;
}

async function fuzzRound(count: number, seed: number, tallies: Tallies): Promise<void> {
  const target = await startTarget();
  const shareOf = (way: Way): number => Math.ceil((count * SHARES[way]) / 100);
  try {
    await fuzzSocket(target, seed, shareOf('socket'), tallies.socket);
    await fuzzIpc(target, seed, shareOf('ipc'), tallies.ipc);
    await fuzzHttp(target, seed, shareOf('http'), tallies.http);
  } catch (error) {
    await target.end().catch(() => undefined);
    throw error;
  }
  await target.end();
}
