import { Howl, Howler } from 'howler';
import cuePlaces from '../../resources/audio/cues.json';
import cuesUrl from '../../resources/audio/cues.webm?url';
import leadPlaces from '../../resources/audio/lead.json';
import leadUrl from '../../resources/audio/lead.webm?url';
import { SPRITES, type SpriteName, spriteOf, type ToneId, type VoiceClip } from '../../shared/session/clips.ts';
import { addCue, nextCue, PRIORITY, SILENT, type VoiceCue } from '../../shared/session/cueQueue.ts';
import type { Settings } from '../../shared/settings/settings.ts';

/**
 * Speaks and sounds. Words go through Howler's sprites and one queue, so that they never overlap; tones are scheduled on
 * the audio clock itself, to the sample.
 */
export interface CuePlayer {
  say(cue: VoiceCue): void;
  /** At a moment of `performance.now()`, and not at all if it is past; or at once. */
  tone(tone: ToneId, atMs: number | null): void;
  /** Calls for a break, at a volume of its own (0–1); silent while the browser keeps sound blocked. */
  chime(volume: number): void;
  cancelTones(): void;
  stopAll(): void;
  apply(settings: Pick<Settings, 'voice' | 'voiceVolume' | 'tones' | 'toneVolume'>): void;
  /** False while the browser keeps sound blocked; `unblock` needs a press of the person. */
  isBlocked(): boolean;
  unblock(): Promise<void>;
}

type Places = Readonly<Record<string, [number, number]>>;
const PLACES: Record<SpriteName, Places> = {
  cues: cuePlaces as unknown as Places,
  lead: leadPlaces as unknown as Places,
};
const URLS: Record<SpriteName, string> = { cues: cuesUrl, lead: leadUrl };
const QUEUE_EVERY_MS = 50;
const CLOCK_STARTS_MS = 300;

let shared: CuePlayer | null = null;

/** The one voice of the app, made when it is first needed: Howler holds the decoded clips. */
export function sharedCuePlayer(): CuePlayer {
  shared ??= createCuePlayer();
  return shared;
}

function createCuePlayer(): CuePlayer {
  Howler.autoSuspend = false;
  const [cues, lead] = SPRITES.map(
    (name) => new Howl({ src: [URLS[name]], format: ['webm'], sprite: { ...PLACES[name] }, preload: true }),
  ) as [Howl, Howl];
  const voices: Record<SpriteName, Howl> = { cues, lead };
  let queue = SILENT;
  let sounds = { voice: true, tones: true, toneVolume: 1 };
  let toneBuffer: Promise<AudioBuffer> | null = null;
  let scheduled: AudioBufferSourceNode[] = [];
  let aheadS: number | null = null;

  /**
   * How far the audio clock is ahead of `performance.now()`, in seconds. The two are read some 10 ms apart and more on a busy
   * machine, so all that is scheduled together shares one reading: ticks of one count keep their distance.
   */
  const audioAheadS = (): number => {
    if (aheadS === null) {
      aheadS = readAudioAheadS(Howler.ctx);
      setTimeout(() => {
        aheadS = null;
      });
    }
    return aheadS;
  };

  const turn = (): void => {
    // What leads keeps its order: until its file is there, the words of lowest rank wait, and those that count go first.
    const waits = (cue: VoiceCue): boolean => lead.state() === 'loading' && cue.priority <= PRIORITY.lead;
    const later = queue.waiting.filter(({ cue }) => waits(cue));
    const now = { ...queue, waiting: queue.waiting.filter(({ cue }) => !waits(cue)) };
    const [next, cue] = nextCue(now, performance.now(), (clip) => placeOf(clip)[1]);
    queue = { ...next, waiting: [...later, ...next.waiting] };
    if (!cue) return;
    for (const voice of [cues, lead]) voice.stop();
    if (sounds.voice) voices[spriteOf(cue.clip)].play(cue.clip);
  };
  setInterval(() => {
    if (queue.waiting.length > 0) turn();
  }, QUEUE_EVERY_MS);

  const tones = (): Promise<AudioBuffer> => {
    toneBuffer ??= fetch(cuesUrl)
      .then((response) => response.arrayBuffer())
      .then((bytes) => Howler.ctx.decodeAudioData(bytes));
    return toneBuffer;
  };

  const sound = (tone: ToneId, atMs: number | null, volume: number): void => {
    if (!Howler.ctx) return;
    const source = Howler.ctx.createBufferSource();
    scheduled.push(source);
    source.onended = () => {
      scheduled = scheduled.filter((other) => other !== source);
    };
    void tones().then((buffer) => {
      if (!scheduled.includes(source)) return;
      const atS = atMs === null ? 0 : atMs / 1000 + audioAheadS();
      // A beat that comes late is no beat.
      if (atMs !== null && atS < Howler.ctx.currentTime) return;
      const gain = Howler.ctx.createGain();
      gain.gain.value = volume;
      source.buffer = buffer;
      source.connect(gain).connect(Howler.ctx.destination);
      const [offsetMs, durationMs] = placeOf(tone);
      source.start(atS, offsetMs / 1000, durationMs / 1000);
    });
  };
  const isBlocked = (): boolean => !Howler.ctx || Howler.ctx.state === 'suspended';

  return {
    say: (cue) => {
      queue = addCue(queue, cue, performance.now());
      turn();
    },
    tone: (tone, atMs) => {
      if (sounds.tones) sound(tone, atMs, sounds.toneVolume);
    },
    chime: (volume) => {
      const ring = (): void => {
        if (!isBlocked()) sound('done', null, volume);
      };
      if (!isBlocked()) return ring();
      // A clock that was just made takes a moment to run. One that stays blocked would sound whenever it is unblocked.
      void Howler.ctx?.resume();
      setTimeout(ring, CLOCK_STARTS_MS);
    },
    cancelTones: () => {
      const cancelled = scheduled;
      scheduled = [];
      for (const source of cancelled) {
        if (source.buffer) source.stop();
      }
    },
    stopAll: () => {
      queue = SILENT;
      for (const voice of [cues, lead]) voice.stop();
    },
    apply: (settings) => {
      sounds = { voice: settings.voice, tones: settings.tones, toneVolume: settings.toneVolume };
      for (const voice of [cues, lead]) voice.volume(settings.voiceVolume);
      void tones();
    },
    isBlocked,
    unblock: async () => {
      await Howler.ctx?.resume();
    },
  };
}

/** Where a clip lies in the sprite: begin and length in ms. */
function placeOf(clip: VoiceClip | ToneId): [number, number] {
  const place = PLACES[spriteOf(clip)][clip];
  if (!place) throw new RangeError(`The sprite has no ${clip}.`);
  return place;
}

function readAudioAheadS(context: AudioContext): number {
  const { contextTime = context.currentTime, performanceTime = performance.now() } = context.getOutputTimestamp();
  return contextTime - performanceTime / 1000;
}
