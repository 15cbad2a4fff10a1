import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  SPRITES,
  type SpriteName,
  spokenClips,
  spriteOf,
  TONES,
  type ToneId,
  type VoiceClip,
} from '../../shared/session/clips.ts';
import { findStart, levelOf, readWav } from './wav.ts';

/**
 * Records every clip of the app into two sprites: `resources/audio/cues.webm` and `lead.webm`, each with a `.json` that says
 * where each clip begins.
 *
 * Needs flite (the voice "slt" of CMU Arctic, free licence), sox and ffmpeg: `apt install flite sox ffmpeg`. The result is
 * committed, so nobody needs them to build or run the app. `node tools/run.mjs tools/audio/recordClips.ts`
 */
const TARGET = join(import.meta.dirname, '../../resources/audio');
const RATE = 24_000;
const GAP_S = 0.2;
/** The clearest of flite's voices here: the loudest at the same peak, and short enough when hurried. */
const VOICE = 'slt';
/** A count has to fit between two quick reps. */
const LONGEST_NUMBER_S = 0.58;
const STRETCHES = [0.95, 0.85, 0.77, 0.7, 0.64, 0.58];
const LOUDNESS_DB = -19;
const PEAK_DB = -1.5;
/** A word must start within this of its clip. */
const LATEST_START_MS = 10;

/** The tones: sox's synth arguments. Three pitches that a hard-of-hearing ear tells apart. */
const TONE_SYNTH: Record<ToneId, string[]> = {
  tick: ['synth', '0.06', 'sine', '880', 'fade', 'q', '0.002', '0.06', '0.05', 'gain', '-9'],
  landing: ['synth', '0.22', 'sine', '523', 'fade', 'q', '0.004', '0.22', '0.2', 'gain', '-7'],
  done: [
    'synth',
    '0.7',
    'sine',
    '523',
    'sine',
    '659',
    'sine',
    '784',
    'remix',
    '-',
    'fade',
    'q',
    '0.01',
    '0.7',
    '0.6',
    'gain',
    '-6',
  ],
};

interface Recorded {
  readonly name: VoiceClip | ToneId;
  readonly file: string;
  readonly seconds: number;
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'soleus-audio-'));
  try {
    const clips: Recorded[] = [
      ...[...spokenClips()].map(([name, text]) => speak(folder, name, text)),
      ...TONES.map((name) => tone(folder, name)),
    ];
    for (const name of SPRITES)
      writeSprite(
        folder,
        name,
        clips.filter((clip) => spriteOf(clip.name) === name),
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function speak(folder: string, name: VoiceClip, text: string): Recorded {
  const raw = join(folder, `${name}.raw.wav`);
  const file = join(folder, `${name}.wav`);
  const isNumber = name.startsWith('number-');
  for (const stretch of isNumber ? STRETCHES : [1]) {
    run('flite', ['-voice', VOICE, '--setf', `duration_stretch=${stretch}`, '-t', text, '-o', raw]);
    // Cut silence at both ends with the shortest of fades, then bring to one loudness without touching the peaks.
    const ends = [
      'silence',
      '1',
      '0.002',
      '1.2%',
      'fade',
      't',
      '0.003',
      'reverse',
      'silence',
      '1',
      '0.002',
      '0.8%',
      'fade',
      't',
      '0.012',
      'reverse',
    ];
    const trimmed = join(folder, `${name}.cut.wav`);
    run('sox', [raw, '-r', String(RATE), '-c', '1', '-b', '16', trimmed, 'highpass', '90', ...ends]);
    const gain = LOUDNESS_DB - levelOf(readWav(trimmed)).rmsDb;
    run('sox', [
      trimmed,
      file,
      'compand',
      '0.005,0.1',
      `6:-40,-40,-12,-8,0,${PEAK_DB}`,
      '0',
      '-90',
      '0.01',
      'gain',
      '-l',
      gain.toFixed(2),
    ]);
    const seconds = readWav(file).samples.length / RATE;
    if (!isNumber || seconds <= LONGEST_NUMBER_S) return { name, file, seconds };
  }
  throw new Error(`“${text}” takes longer than ${LONGEST_NUMBER_S} s even when hurried.`);
}

function tone(folder: string, name: ToneId): Recorded {
  const file = join(folder, `${name}.wav`);
  run('sox', ['-n', '-r', String(RATE), '-c', '1', '-b', '16', file, ...TONE_SYNTH[name]]);
  return { name, file, seconds: readWav(file).samples.length / RATE };
}

function writeSprite(folder: string, name: SpriteName, clips: readonly Recorded[]): void {
  const gap = join(folder, 'gap.wav');
  run('sox', ['-n', '-r', String(RATE), '-c', '1', '-b', '16', gap, 'trim', '0', String(GAP_S)]);
  const whole = join(folder, `${name}.whole.wav`);
  run('sox', [...clips.flatMap((clip) => [gap, clip.file]), gap, whole]);
  mkdirSync(TARGET, { recursive: true });
  const sprite = join(TARGET, `${name}.webm`);
  run('ffmpeg', [
    '-y',
    '-loglevel',
    'error',
    '-i',
    whole,
    '-c:a',
    'libopus',
    '-b:a',
    '40k',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-flags:a',
    '+bitexact',
    sprite,
  ]);

  let atS = 0;
  const places: Record<string, [number, number]> = {};
  for (const clip of clips) {
    atS += GAP_S;
    places[clip.name] = [round(1000 * atS), round(1000 * clip.seconds)];
    atS += clip.seconds;
  }
  check(folder, sprite, places);
  writeFileSync(join(TARGET, `${name}.json`), `${JSON.stringify(places, null, 2)}\n`);
}

/** Decodes the finished file and prints, for each clip, what a listener would judge by. */
function check(folder: string, sprite: string, places: Readonly<Record<string, [number, number]>>): void {
  const decoded = join(folder, 'decoded.wav');
  run('ffmpeg', ['-y', '-loglevel', 'error', '-i', sprite, '-ar', String(RATE), '-ac', '1', decoded]);
  const { samples } = readWav(decoded);
  console.log('clip                         length ms   starts at ms   loudness dB   peak dB');
  for (const [name, [atMs, lengthMs]] of Object.entries(places)) {
    const part = samples.subarray(Math.round((atMs * RATE) / 1000), Math.round(((atMs + lengthMs) * RATE) / 1000));
    const startMs = (1000 * findStart(part)) / RATE;
    const { rmsDb, peakDb } = levelOf({ samples: part });
    const cells = [lengthMs.toFixed(0), startMs.toFixed(1), rmsDb.toFixed(1), peakDb.toFixed(1)];
    console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(14)).join(''));
    if (startMs > LATEST_START_MS) throw new Error(`${name} starts ${startMs.toFixed(1)} ms into its clip.`);
  }
  console.log(`${(readFileSync(sprite).length / 1000).toFixed(0)} kB in all`);
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}

main();
