import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLinuxPresence } from '../../../../electron/services/breaks/linuxPresence.ts';
import { NINE } from '../../../support/breaks.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

const MUTTER = 'gdbus';
const LOGIND = 'busctl';

/** A desktop on which these helpers answer; what is missing fails. */
function desktop(answers: Record<string, string>, soundFolder = '/nowhere') {
  let nowMs = NINE;
  const ran: string[] = [];
  const source = createLinuxPresence({
    now: () => nowMs,
    run: async (command) => {
      ran.push(command);
      const answer = answers[command];
      if (answer === undefined) throw new Error('There is no such helper.');
      return answer;
    },
    soundFolder,
  });
  return {
    ran,
    answers,
    pass: (ms: number) => {
      nowMs += ms;
    },
    presence: async () => (await source.read()).presence,
    call: async () => (await source.read()).call,
  };
}

describe('who is there, on Linux', () => {
  test('GNOME tells for how long the hands were still', async () => {
    const { presence } = desktop({ [MUTTER]: '(uint64 61234,)\n' });
    expect(await presence()).toEqual({ kind: 'idle', ms: 61_234 });
  });

  test('elsewhere the login manager gives hints', async () => {
    const idle = (since: number, locked: boolean, active = true) =>
      `s "wayland"\nb true\nt ${since * 1000}\nb ${locked}\nb ${active}\n`;
    const other = desktop({ [LOGIND]: idle(NINE - 60_000, false) });
    expect(await other.presence()).toEqual({ kind: 'unknown' });
    other.pass(5000);
    expect(await other.presence()).toEqual({ kind: 'idle', ms: 65_000 });
    other.answers[LOGIND] = idle(NINE - 60_000, true);
    other.pass(5000);
    expect(await other.presence()).toEqual({ kind: 'locked' });
    // Somebody else is at the machine.
    other.answers[LOGIND] = idle(NINE - 60_000, false, false);
    other.pass(5000);
    expect(await other.presence()).toEqual({ kind: 'locked' });
    other.answers[LOGIND] = 's "x11"\nb false\nt 0\nb false\nb true\n';
    other.pass(5000);
    expect(await other.presence()).toEqual({ kind: 'unknown' });
    expect(other.ran).toEqual([MUTTER, LOGIND, LOGIND, LOGIND, LOGIND]);
  });

  test.each([
    [MUTTER, ''],
    [MUTTER, '(uint32 5,)'],
    [MUTTER, '(uint64 -5,)'],
    [MUTTER, '(uint64 5,) and more'],
    [MUTTER, '(uint64 99999999999999999999,)'],
    [LOGIND, 'b true\nt 5\nb false\nb true'],
    // A console: its terminal is not typed in while a desktop runs.
    [LOGIND, 's "tty"\nb true\nt 5\nb false\nb true'],
    [LOGIND, 's "wayland"\nb yes\nt 5\nb false\nb true'],
    [LOGIND, `s "wayland"\nb true\nt ${(NINE + 3_600_000) * 1000}\nb false\nb true`],
  ])('%s that answers %j tells nothing', async (helper, answer) => {
    const { presence, pass } = desktop({ [helper]: answer });
    for (let i = 0; i < 3; i++) {
      expect(await presence()).toEqual({ kind: 'unknown' });
      pass(6000);
    }
  });

  test('helpers are started once in five seconds at most, and those that fail are left alone for ten minutes', async () => {
    const { presence, pass, ran } = desktop({});
    for (let i = 0; i < 60; i++) {
      await presence();
      pass(1000);
    }
    expect(ran).toEqual([MUTTER, LOGIND]);
    pass(600_000);
    await presence();
    expect(ran).toEqual([MUTTER, LOGIND, MUTTER]);
    const gnome = desktop({ [MUTTER]: '(uint64 0,)' });
    for (let i = 0; i < 20; i++) {
      await gnome.presence();
      gnome.pass(1000);
    }
    expect(gnome.ran).toHaveLength(4);
  });

  test('a real helper that is not there tells nothing', async () => {
    const source = createLinuxPresence({ now: () => NINE, soundFolder: '/nowhere' });
    expect((await source.read()).presence.kind).toMatch(/unknown|idle|locked/);
  });
});

describe('a microphone that records is taken for a call', () => {
  function soundCard(status: string): string {
    const folder = tempFolder();
    const sub = (pcm: string): string => join(folder, 'card0', pcm, 'sub0');
    for (const pcm of ['pcm0c', 'pcm0p']) mkdirSync(sub(pcm), { recursive: true });
    writeFileSync(join(sub('pcm0c'), 'status'), status);
    writeFileSync(join(sub('pcm0p'), 'status'), 'state: RUNNING\n');
    return folder;
  }

  test('and one that does not says nothing', async () => {
    expect(await desktop({}, soundCard('state: RUNNING\nowner_pid   : 1\n')).call()).toBe('yes');
    expect(await desktop({}, soundCard('closed\n')).call()).toBe('unknown');
    expect(await desktop({}).call()).toBe('unknown');
  });
});
