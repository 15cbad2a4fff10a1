import { describe, expect, test } from 'vitest';
import { demonstrationOf } from '../../../renderer/athlete/demonstrations.ts';
import { figureOf } from '../../../renderer/library/figures.ts';
import { text } from '../../../renderer/messages/en.ts';
import { catalogueEntry, EQUIPMENT, exercisesOf, SECTIONS } from '../../../shared/exercises/catalogue.ts';
import { CATALOGUE_IDS, isSeen, LED_IDS } from '../../../shared/exercises/exerciseIds.ts';
import { GUIDE_PHRASES, guideOf } from '../../../shared/exercises/guides.ts';
import { SOURCE_IDS } from '../../../shared/exercises/sources.ts';
import { EXERCISE_WORDS } from '../../../shared/exercises/words.ts';
import { blockSchema, usualBlock } from '../../../shared/session/sessionPlan.ts';

const wordCount = (sentence: string): number => sentence.split(/\s+/).length;
const SENTENCE = /^[\p{Lu}\d].*\.$/u;
/** Cues are about the world outside, not about muscles. */
const INWARD = /contract|squeeze|activate|engage|muscle|tense|calf|glute|hamstring/i;
/** What a plain voice pronounces rightly. */
const SPEAKABLE = /^[a-z]+(,? [a-z]+)*$/;

describe.each(CATALOGUE_IDS)('%s', (id) => {
  const { verification, dose, sources, isOneSided } = catalogueEntry(id);
  const words = EXERCISE_WORDS[id];

  test('can be shown, has a dose that can be begun, and a source', () => {
    expect(figureOf(id).near).not.toBe('');
    const { movement, stillMs } = demonstrationOf(id, isOneSided ? 'left' : 'both');
    expect(movement.segments.length).toBeGreaterThan(0);
    expect(movement.durationMs).toBeGreaterThan(stillMs);
    expect(blockSchema.parse(usualBlock(id, 'main')).sides).toHaveLength(isOneSided ? 2 : 1);
    const isLed = verification === 'timed' || verification === 'guided';
    expect([isLed, dose.goMs !== undefined, dose.reps === undefined]).toEqual(Array(3).fill(!isSeen(id)));
    expect(sources.length).toBeGreaterThan(0);
    for (const sentence of text.library.doseOf(catalogueEntry(id))) {
      expect(sentence).toMatch(SENTENCE);
      expect(sentence).not.toMatch(/undefined|NaN/);
    }
  });

  test('is explained in a few short sentences', () => {
    const { name, purpose, setUp, steps, safety, doseNote, limit } = words;
    expect(wordCount(name)).toBeLessThanOrEqual(5);
    for (const sentence of [purpose, setUp, ...steps, safety, doseNote, limit]) {
      if (sentence !== undefined) expect(sentence).toMatch(SENTENCE);
    }
    expect(wordCount(purpose)).toBeLessThanOrEqual(14);
    expect(wordCount(setUp)).toBeLessThanOrEqual(30);
    expect(wordCount(safety)).toBeLessThanOrEqual(20);
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThanOrEqual(5);
    for (const step of steps) expect(wordCount(step)).toBeLessThanOrEqual(14);
  });

  test('answers each common fault with a cue about the world outside', () => {
    expect(words.faults.length).toBeGreaterThanOrEqual(2);
    expect(words.faults.length).toBeLessThanOrEqual(4);
    for (const { fault, fix } of words.faults) {
      expect(fault).toMatch(SENTENCE);
      expect(fix).toMatch(SENTENCE);
      expect(fix).not.toMatch(INWARD);
      expect(wordCount(fix)).toBeLessThanOrEqual(16);
    }
  });

  test('can be announced by the voice', () => {
    const { name, setUp } = words.said;
    expect([name, setUp].filter((said) => !SPEAKABLE.test(said))).toEqual([]);
    expect(wordCount(name)).toBeLessThanOrEqual(6);
    expect(wordCount(setUp)).toBeLessThanOrEqual(12);
  });
});

test.each(LED_IDS)('the guide of %s fits its dose and leaves each cue the time to be said', (id) => {
  const { dose, verification } = catalogueEntry(id);
  const { intro = [], cycle } = guideOf(id);
  for (const goMs of dose.goMs ?? []) expect(goMs % cycle.ms).toBe(0);
  expect(cycle.cues.length).toBeGreaterThanOrEqual(verification === 'guided' ? 2 : 1);
  expect(intro.length + cycle.cues.length).toBeGreaterThanOrEqual(2);
  const ends = [...cycle.cues.slice(1).map(({ atMs }) => atMs), cycle.ms];
  cycle.cues.forEach(({ atMs, phrase }, i) => {
    // A plain voice says about two and a half words a second.
    expect((ends[i] ?? 0) - atMs).toBeGreaterThan(400 * wordCount(GUIDE_PHRASES[phrase]));
  });
});

test('fifteen pelvic tilts are seventy-five seconds, five passes of the roller a minute', () => {
  expect(usualBlock('pelvic-tilt', 'main').target).toEqual({ goMs: 15 * guideOf('pelvic-tilt').cycle.ms });
  expect(usualBlock('foam-roll-calf', 'main').target).toEqual({ goMs: 5 * guideOf('foam-roll-calf').cycle.ms });
});

test('every section, source, piece of equipment and phrase is used', () => {
  const entries = CATALOGUE_IDS.map(catalogueEntry);
  expect(SECTIONS.flatMap(exercisesOf).sort()).toEqual([...CATALOGUE_IDS].sort());
  expect([...new Set(entries.flatMap(({ sources }) => sources))].sort()).toEqual([...SOURCE_IDS].sort());
  expect([...new Set(entries.flatMap(({ needs }) => needs.flat()))].sort()).toEqual([...EQUIPMENT].sort());
  const said = LED_IDS.map(guideOf).flatMap(({ intro = [], cycle }) => [...intro, ...cycle.cues.map((c) => c.phrase)]);
  expect([...new Set(said)].sort()).toEqual(Object.keys(GUIDE_PHRASES).sort());
});

test('phrases are few, short and speakable', () => {
  const phrases = Object.values(GUIDE_PHRASES);
  expect(phrases.length).toBeLessThanOrEqual(45);
  for (const phrase of phrases) {
    expect(phrase).toMatch(SPEAKABLE);
    expect(wordCount(phrase)).toBeLessThanOrEqual(6);
  }
});

test('names tell the exercises apart, on the screen and by ear', () => {
  const all = CATALOGUE_IDS.map((id) => EXERCISE_WORDS[id]);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(new Set(all.map(({ said }) => said.name)).size).toBe(all.length);
});
