import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Presence, Signal } from '../../../shared/breaks/breakState.ts';
import { type PresenceSource, UNKNOWN_SENSE } from './presence.ts';

export interface LinuxOptions {
  readonly now: () => number;
  /** Runs a helper and gives back what it prints; rejects when it is missing, fails or takes too long. */
  readonly run?: (command: string, args: readonly string[]) => Promise<string>;
  /** Where the sound cards tell what they do. */
  readonly soundFolder?: string;
}

interface Helper {
  readonly command: string;
  readonly args: readonly string[];
  /** Null where the answer is not one that is known. */
  readonly parse: (answer: string, nowMs: number) => Presence | null;
}

const HELPER_MS = 2_000;
/** Helpers are started no more often than this. */
const SPAWN_EVERY_MS = 5_000;
/** A helper that failed may work later: a desktop is still starting. */
const TRY_AGAIN_MS = 600_000;

const HELPERS: readonly Helper[] = [
  {
    command: 'gdbus',
    args: [
      ...['call', '--session', '--timeout', '1', '--dest', 'org.gnome.Mutter.IdleMonitor'],
      ...[
        '--object-path',
        '/org/gnome/Mutter/IdleMonitor/Core',
        '--method',
        'org.gnome.Mutter.IdleMonitor.GetIdletime',
      ],
    ],
    parse: parseMutter,
  },
  {
    command: 'busctl',
    args: [
      ...['get-property', 'org.freedesktop.login1', '/org/freedesktop/login1/session/auto'],
      ...['org.freedesktop.login1.Session', 'Type', 'IdleHint', 'IdleSinceHint', 'LockedHint', 'Active'],
    ],
    parse: parseLogind,
  },
];

/**
 * What a Linux desktop tells: GNOME's idle time to the millisecond, elsewhere the login manager's hints, and whether a
 * microphone records. Full screen and do-not-disturb are left to hosts that know them.
 */
export function createLinuxPresence({
  now,
  run = runHelper,
  soundFolder = '/proc/asound',
}: LinuxOptions): PresenceSource {
  const failedMs = HELPERS.map(() => Number.NEGATIVE_INFINITY);
  let spawnedMs = Number.NEGATIVE_INFINITY;
  let last: Presence = { kind: 'unknown' };

  async function ask(): Promise<Presence> {
    const nowMs = now();
    const which = failedMs.findIndex((atMs) => Math.abs(nowMs - atMs) >= TRY_AGAIN_MS);
    const helper = HELPERS[which];
    if (!helper) return { kind: 'unknown' };
    spawnedMs = nowMs;
    const answer = await run(helper.command, helper.args).then(
      (text) => helper.parse(text, now()),
      () => null,
    );
    if (answer === null) failedMs[which] = nowMs;
    return answer ?? { kind: 'unknown' };
  }

  return {
    read: async () => {
      if (Math.abs(now() - spawnedMs) >= SPAWN_EVERY_MS) last = await ask();
      return { ...UNKNOWN_SENSE, presence: last, call: microphone(soundFolder) };
    },
  };
}

/** `(uint64 1234,)` */
function parseMutter(answer: string): Presence | null {
  const [, ms] = /^\(uint64 (\d{1,15}),\)$/.exec(answer.trim()) ?? [];
  return ms === undefined ? null : { kind: 'idle', ms: Number(ms) };
}

/**
 * Five lines such as `s "wayland"`, `b false`, `t 0`, `b false`, `b true`. That nobody says the session is idle does not make someone
 * there: not every desktop gives the hint. One that is not active has lost the screen to another. And a text console takes a terminal that is not typed in for idleness.
 */
function parseLogind(answer: string, nowMs: number): Presence | null {
  const lines = /^s "(\w*)"\nb (true|false)\nt (\d{1,17})\nb (true|false)\nb (true|false)$/.exec(answer.trim());
  if (!lines) return null;
  const [, type, idle, sinceUs, locked, active] = lines;
  if (type !== 'wayland' && type !== 'x11') return null;
  if (locked === 'true' || active === 'false') return { kind: 'locked' };
  const idleMs = Math.floor(nowMs - Number(sinceUs) / 1000);
  return idle === 'true' && idleMs >= 0 ? { kind: 'idle', ms: idleMs } : { kind: 'unknown' };
}

/**
 * A microphone that records most likely means a call. That none does means nothing: one in a headset without a cable is no
 * sound card.
 */
function microphone(folder: string): Signal {
  try {
    for (const card of readdirSync(folder).filter((name) => /^card\d+$/.test(name))) {
      for (const pcm of readdirSync(join(folder, card)).filter((name) => /^pcm\d+c$/.test(name))) {
        for (const sub of readdirSync(join(folder, card, pcm)).filter((name) => /^sub\d+$/.test(name))) {
          if (/^state: RUNNING$/m.test(readFileSync(join(folder, card, pcm, sub, 'status'), 'utf8'))) return 'yes';
        }
      }
    }
  } catch {
    // No sound cards, or none that tell.
  }
  return 'unknown';
}

export function runHelper(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { timeout: HELPER_MS, maxBuffer: 10_000 }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout);
    });
  });
}
