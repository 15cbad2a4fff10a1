import * as fc from 'fast-check';
import { CONTRACT, isCallName } from '../../shared/contract/contract.ts';
import { hostileClones, mutated } from './mutations.ts';
import { CALL_NAMES, requestsOf } from './requests.ts';
import { done, refused, type Tally } from './tally.ts';
import type { Target } from './target.ts';
import { Broken, judge } from './verdict.ts';

/** Messages over Electron's channel: from our page and from frames that are not, with all that structured cloning carries. */

interface Message {
  readonly frame: unknown;
  readonly name: unknown;
  readonly request: unknown;
}

const OWN_FRAME = { parent: null, url: 'app://soleus/index.html' };
const FOREIGN_FRAMES: readonly unknown[] = [
  null,
  { parent: OWN_FRAME, url: 'app://soleus/' },
  { parent: null, url: '' },
  { parent: null, url: 'about:blank' },
  { parent: null, url: 'https://evil.example/app://soleus/' },
  { parent: null, url: 'app://soleus.evil/' },
  { parent: null, url: 'app://soleus' },
  { parent: null, url: 'app://soleus@evil.example/' },
  { parent: null, url: 'app:soleus/' },
  { parent: null, url: 'APP://OTHER/' },
  { parent: null, url: 'file:///app://soleus/' },
  { parent: null, url: 'data:text/html,app://soleus/' },
  { parent: null, url: 'devtools://soleus/' },
];

export async function fuzzIpc(target: Target, seed: number, count: number, tally: Tally): Promise<void> {
  const { knownIds } = target;
  // Every call at least once as it is meant.
  const meant = CALL_NAMES.flatMap((name): Message[] =>
    fc.sample(requestsOf(name, knownIds), { seed, numRuns: 1 }).map((request) => ({ frame: OWN_FRAME, name, request })),
  );
  const all = [...meant, ...fc.sample(messages(knownIds), { seed, numRuns: count })].slice(0, count);
  const before = target.kept();
  for (const message of all.filter((each) => !isRight(each))) {
    if (await say(target, message)) throw new Broken(`It was done: ${describe(message)}`);
    refused(tally);
  }
  if (target.kept() !== before) throw new Broken('Something was written for messages that were refused.');
  for (const message of all.filter(isRight)) {
    const kept = target.kept();
    if (await say(target, message)) done(tally);
    else if (target.kept() !== kept) throw new Broken(`It was refused, and written: ${describe(message)}`);
    else refused(tally);
  }
}

function messages(knownIds: readonly string[]): fc.Arbitrary<Message> {
  const clones = hostileClones();
  const right = fc.constantFrom(...CALL_NAMES).chain((name) => fc.tuple(fc.constant(name), requestsOf(name, knownIds)));
  const changed = fc
    .constantFrom(...CALL_NAMES)
    .chain((name) => fc.tuple(fc.constant(name), mutated(requestsOf(name, knownIds), clones)));
  const anything = fc.tuple(fc.constantFrom(...clones, ...CALL_NAMES), fc.constantFrom(...clones));
  const calls = fc.oneof(
    { weight: 70, arbitrary: changed },
    { weight: 15, arbitrary: right },
    { weight: 15, arbitrary: anything },
  );
  const frames = fc.oneof(
    { weight: 80, arbitrary: fc.constant(OWN_FRAME) },
    { weight: 20, arbitrary: fc.constantFrom(...FOREIGN_FRAMES) },
  );
  return fc.tuple(frames, calls).map(([frame, [name, request]]) => ({ frame, name, request }));
}

function isRight({ frame, name, request }: Message): boolean {
  return frame === OWN_FRAME && isCallName(name) && CONTRACT[name].request.safeParse(request ?? null).success;
}

async function say({ ipc, pass }: Target, { frame, name, request }: Message): Promise<boolean> {
  pass(10);
  // As it arrives from another process.
  return judge(name, await ipc({ senderFrame: frame }, structuredClone(name), structuredClone(request)));
}

function describe({ frame, name, request }: Message): string {
  return [JSON.stringify(frame), String(name), inspect(request)].join(' ');
}

function inspect(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 2000);
  } catch {
    return String(value);
  }
}
