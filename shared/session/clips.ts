import { CATALOGUE_IDS, type CatalogueId } from '../exercises/exerciseIds.ts';
import { GUIDE_PHRASES, type GuidePhrase } from '../exercises/guides.ts';
import { EXERCISE_WORDS } from '../exercises/words.ts';
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
  halfway: 'halfway',
  'three-more': 'three more',
  'two-more': 'two more',
  'last-one': 'last one',
  slower: 'slower',
  quicker: 'a little quicker',
  'all-the-way-down': 'all the way down to the floor',
  higher: 'push the floor away',
  'straight-knee': 'stand tall',
  'hips-higher': 'belt buckle to the ceiling',
  'heel-down': 'keep your heel heavy',
  'like-that': 'yes, like that',
  'keep-the-beat': 'keep to the beat',
  rest: 'rest',
  next: 'next',
  'left-leg': 'left leg',
  'right-leg': 'right leg',
  'change-legs': 'change legs',
  'ten-seconds': 'ten seconds',
  'let-go': 'and let go',
  'session-done': 'that was the last set, well done',
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
/** What leads to an exercise: its name, and how to place oneself. */
export type LeadClip = `name-${CatalogueId}` | `setup-${CatalogueId}`;
export type VoiceClip = NumberClip | PhraseId | LeadClip | GuidePhrase;

/**
 * The clips lie in two files: what must sound at its moment, and what leads through a session, which is several times as
 * long and only needed there.
 */
export const SPRITES = ['cues', 'lead'] as const;
export type SpriteName = (typeof SPRITES)[number];

export function spriteOf(clip: VoiceClip | ToneId): SpriteName {
  return /^(name|setup|guide)-/.test(clip) ? 'lead' : 'cues';
}

/** Everything that is spoken, by clip: the script for the recording. */
export function spokenClips(): ReadonlyMap<VoiceClip, string> {
  const numbers = Array.from({ length: HIGHEST_SPOKEN_NUMBER }, (_, i) => i + 1);
  return new Map<VoiceClip, string>([
    ...numbers.map((n): [VoiceClip, string] => [`number-${n}`, numberInWords(n)]),
    ...(Object.entries(PHRASES) as [PhraseId, string][]),
    ...CATALOGUE_IDS.flatMap((id): [VoiceClip, string][] => {
      const { said } = EXERCISE_WORDS[id];
      return [
        [`name-${id}`, said.name],
        [`setup-${id}`, said.setUp],
      ];
    }),
    ...(Object.entries(GUIDE_PHRASES) as [GuidePhrase, string][]),
  ]);
}
