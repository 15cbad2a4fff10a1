import type { Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { readLaunch } from '../../electron/launch.ts';
import { chapterOf, plainText } from '../../renderer/help/chapters.ts';
import type { ChapterId } from '../../renderer/help/places.ts';
import { text } from '../../renderer/messages/en.ts';
import { SESSION_KEYS } from '../../renderer/session/useSessionKeys.ts';
import { BREAK_LIMITS, DEFAULT_BREAK_SETTINGS } from '../../shared/breaks/breakSettings.ts';
import { BREAK_MS, GRACE_MS, PAUSES, SNOOZE_MINUTES } from '../../shared/breaks/breakState.ts';
import { EXERCISE_IDS } from '../../shared/exercises/exerciseIds.ts';
import { framingOf } from '../../shared/exercises/framing.ts';
import { BALANCE_MS, FIVE_COUNT_MS } from '../../shared/exercises/motion.ts';
import { GATE, NOISE_REPS, RUNGS } from '../../shared/progression/rungs.ts';

/** What the manual says of keys and figures, held against the code that it is about. */
function section(chapter: ChapterId, title: string): Tokens.Generic[] {
  const found = chapterOf(chapter).sections.find((one) => one.title === title);
  if (!found) throw new Error(`The chapter ${chapter} has no heading “${title}”.`);
  return [...found.tokens];
}

function wordsOf(chapter: ChapterId, title: string): string {
  return plainText(section(chapter, title)).replace(/\s+/g, ' ');
}

function tableOf(chapter: ChapterId, title: string): string[][] {
  const table = section(chapter, title).find((token): token is Tokens.Table => token.type === 'table');
  return table?.rows.map((row) => row.map((cell) => plainText(cell.tokens))) ?? [];
}

/** The strings that are keys or arguments, in a cell or a sentence. */
function codesIn(tokens: readonly Tokens.Generic[]): string[] {
  return tokens.flatMap((token) => (token.type === 'codespan' ? [String(token['text'])] : codesIn(token.tokens ?? [])));
}

describe('the manual tells the truth about', () => {
  test('keys', () => {
    const table = section('sessions', 'Keys').find((token): token is Tokens.Table => token.type === 'table');
    const told = table?.rows.map(([keys]) => codesIn(keys?.tokens ?? []));
    const names: Record<string, string> = { ' ': 'Space', Escape: 'Esc' };
    const nameOf = (key: string): string => names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
    expect(told).toEqual(Object.values(SESSION_KEYS).map((keys) => keys.map(nameOf)));
  });

  test('places before the camera', () => {
    const byPlace = Map.groupBy(EXERCISE_IDS, (id) => text.setup.framing(framingOf(id)));
    const rows = [...byPlace].map(([place, ids]) => [place, ids.map((id) => text.exercise(id).name).join(', ')]);
    expect(tableOf('camera', 'How far, and which side')).toEqual(rows);
  });

  test('what is counted', () => {
    const rep = wordsOf('counting', 'What a rep is');
    expect(rep).toContain(`${BALANCE_MS / 1000} seconds on one leg or at the wall`);
    const better = wordsOf('counting', 'When a rep counts but could be better');
    expect(better).toContain(`${FIVE_COUNT_MS.least / 1000} to ${FIVE_COUNT_MS.most / 1000} seconds`);
    for (const fault of Object.values(text.fault)) expect(better).toContain(fault);
    for (const reason of Object.values(text.attempt))
      expect(wordsOf('counting', 'Why it may not count')).toContain(reason);
  });

  test('the ladder', () => {
    const rungs = section('ladder', 'The rungs').find((token): token is Tokens.List => token.type === 'list');
    expect(rungs?.items.map(({ text: name }) => name)).toEqual(RUNGS.map((rung) => text.exercise(rung).name));
    expect(wordsOf('ladder', 'How a rung is earned')).toContain(text.ladder.earnedBy(true));
    const opening = wordsOf('ladder', 'How the next one opens');
    expect(opening).toContain(text.ladder.opensNext('calf-raise-single'));
    expect(opening).toContain(text.ladder.noise.replace('.', ''));
    expect(opening).toContain(`up to ${NOISE_REPS} reps`);
    expect(wordsOf('ladder', 'Before any hop')).toContain(
      `${GATE.fiveCountSessions} sessions: in each, ${100 * GATE.lowersInCountRatio} % of at least ${GATE.timedLowersAtLeast} lowers take ${FIVE_COUNT_MS.least / 1000} to ${FIVE_COUNT_MS.most / 1000} seconds`,
    );
    expect(wordsOf('ladder', 'When it goes back')).toContain(`Pain of ${GATE.painSetback} or more of 10`);
  });

  test('breaks', () => {
    const choices = wordsOf('breaks', 'What you can make of it');
    expect(choices).toContain(`in ${SNOOZE_MINUTES.slice(0, -1).join(', ')} or ${SNOOZE_MINUTES.at(-1)} minutes`);
    for (const pause of PAUSES)
      expect(choices.toLowerCase()).toContain(text.breaks.pause(pause).toLowerCase().replace(' i ', ' you '));
    expect([BREAK_MS, GRACE_MS]).toEqual([120_000, 30_000]);
    const [least, most] = BREAK_LIMITS.intervalMinutes;
    expect(wordsOf('breaks', 'How to set it')).toContain(`from ${least} to ${most} minutes`);
    expect(DEFAULT_BREAK_SETTINGS.startAtLogin).toBe(false);
  });

  test('what a launch takes', () => {
    const told = codesIn(
      section('breaks', 'In the desktop app').flatMap((t) => (t.type === 'table' ? t['rows'].flat() : [])),
    );
    const launches = told.filter((argument) => argument.startsWith('--')).map((argument) => readLaunch([argument]));
    expect(launches.map(({ act, isHidden }) => act ?? isHidden)).toEqual([
      { action: 'start-now' },
      { action: 'snooze', minutes: 10 },
      { action: 'pause', for: 30 },
      { action: 'resume' },
      true,
    ]);
  });
});
