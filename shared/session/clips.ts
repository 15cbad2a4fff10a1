import type { Instruction } from '../setup/setupCheck.ts';

/**
 * Every recorded clip: what is said, in words, or which tone. `tools/audio` records them; one test checks that all exist.
 */
export const HIGHEST_SPOKEN_NUMBER = 30;

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty'];

/** @throws RangeError outside 1–30 */
export function numberInWords(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > HIGHEST_SPOKEN_NUMBER) throw new RangeError(`${n} is not recorded.`);
  const unit = n % 10;
  return NUMBER_WORDS[n] ?? `${TENS[Math.floor(n / 10)]}${unit ? ` ${NUMBER_WORDS[unit]}` : ''}`;
}

export const PHRASES = {
  ready: 'ready',
  go: 'go',
  'go-on': 'go on',
  paused: 'paused',
  'come-back': 'come back into the picture',
  'set-done': 'set done, well done',
  slower: 'slower',
  quicker: 'a little quicker',
  higher: 'higher',
  'straight-knee': 'straight knee',
  'hips-higher': 'hips higher',
  'heel-down': 'heel down',
  'not-saved': 'your reps cannot be saved, please look at the screen',
  'picture-black': 'the picture is black, please open the camera',
  'too-dark': 'a little more light, please',
  'too-few-frames': 'the camera is too slow, more light may help',
  'step-into-picture': 'step into the picture',
  'show-body': 'step back until all of you is in the picture',
  'move-left': 'move a little to your left',
  'move-right': 'move a little to your right',
  'show-head': 'your head is out of the picture, step back a little',
  'show-feet': 'your feet are out of the picture, step back a little',
  'come-closer': 'come a little closer',
  'stand-up': 'stand up straight',
  'stand-still': 'stand still for a moment',
  'turn-side-on': 'turn your side to the camera',
  'turn-to-camera': 'turn a little towards the camera',
  'lie-down': 'lie down with your side to the camera',
  'lie-still': 'lie still for a moment',
} as const satisfies Record<string, string> & Record<Instruction, string>;
export type PhraseId = keyof typeof PHRASES;

export const TONES = ['tick', 'landing', 'done'] as const;
export type ToneId = (typeof TONES)[number];

export type NumberClip = `number-${number}`;
export type VoiceClip = NumberClip | PhraseId;

/** Everything that is spoken, by clip: the script for the recording. */
export function spokenClips(): ReadonlyMap<VoiceClip, string> {
  const numbers = Array.from({ length: HIGHEST_SPOKEN_NUMBER }, (_, i) => i + 1);
  return new Map<VoiceClip, string>([
    ...numbers.map((n): [VoiceClip, string] => [`number-${n}`, numberInWords(n)]),
    ...(Object.entries(PHRASES) as [PhraseId, string][]),
  ]);
}
