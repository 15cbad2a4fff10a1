import { once } from 'node:events';
import * as fc from 'fast-check';
import { type RawData, WebSocket } from 'ws';
import { CONTRACT, isCallName } from '../../shared/contract/contract.ts';
import { socketRequestSchema } from '../../shared/contract/socket.ts';
import { brokenTexts, mutated } from './mutations.ts';
import { CALL_NAMES, requestsOf } from './requests.ts';
import { done, refused, type Tally } from './tally.ts';
import { BIGGEST_MESSAGE, type Target } from './target.ts';
import { anyText } from './texts.ts';
import { Broken, judge } from './verdict.ts';

/** Messages over a socket that was let in: right ones, changed ones, and no ones at all. */

export async function fuzzSocket(target: Target, seed: number, count: number, tally: Tally): Promise<void> {
  const [wrong, others] = apart(fc.sample(messages(target.knownIds), { seed, numRuns: count }));
  const line = await openLine(target);
  const before = target.kept();
  for (const message of wrong) {
    if (await line.say(message)) throw new Broken(`It was done: ${describe(message)}`);
    refused(tally);
  }
  if (target.kept() !== before) throw new Broken('Something was written for messages that were refused.');
  for (const message of others) {
    const kept = target.kept();
    if (await line.say(message)) done(tally);
    else if (target.kept() !== kept) throw new Broken(`It was refused, and written: ${describe(message)}`);
    else refused(tally);
  }
  line.close();
}

type Message = string | Buffer;

function messages(knownIds: readonly string[]): fc.Arbitrary<Message> {
  const right = fc
    .constantFrom(...CALL_NAMES)
    .chain((name) =>
      fc.record(
        { id: fc.nat(), name: fc.constant(name), request: requestsOf(name, knownIds) },
        { noNullPrototype: true },
      ),
    );
  const changed = fc
    .constantFrom(...CALL_NAMES)
    .chain((name) =>
      fc.record(
        { id: fc.nat(), name: fc.constant(name), request: mutated(requestsOf(name, knownIds)) },
        { noNullPrototype: true },
      ),
    );
  const text = (values: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
    values.map((value) => JSON.stringify(value) ?? 'undefined');
  return fc.oneof(
    { weight: 60, arbitrary: text(changed) },
    { weight: 15, arbitrary: text(right) },
    { weight: 15, arbitrary: text(mutated(right)) },
    { weight: 6, arbitrary: brokenTexts(text(right)) },
    { weight: 2, arbitrary: anyText({ maxLength: 300 }) },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  );
}

/** First the ones that no schema lets through: nothing of them may be written, which is quick to see of all together. */
function apart(all: readonly Message[]): [Message[], Message[]] {
  const wrong = all.filter((message) => !isRight(message));
  return [[...wrong, 'a'.repeat(BIGGEST_MESSAGE + 1)], all.filter(isRight)];
}

function isRight(message: Message): boolean {
  if (typeof message !== 'string') return false;
  try {
    const { name, request } = socketRequestSchema.parse(JSON.parse(message));
    return isCallName(name) && CONTRACT[name].request.safeParse(request).success;
  } catch {
    return false;
  }
}

interface Line {
  /** Says it and waits; whether it was done. A line that was closed on it is opened again. */
  say(message: Message): Promise<boolean>;
  close(): void;
}

const REFUSALS: readonly number[] = [1007, 1008, 1009];

async function openLine({ server, pass }: Target): Promise<Line> {
  let secret = new URL(server.newAddress()).hash.slice(1);
  let socket = await open();

  async function open(): Promise<WebSocket> {
    const opened = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, ['soleus', secret], {
      origin: `http://127.0.0.1:${server.port}`,
      perMessageDeflate: false,
    });
    // The server's first message is the key to come back with.
    const [first] = (await once(opened, 'message')) as [RawData];
    secret = (JSON.parse(String(first)) as { key: string }).key;
    return opened;
  }

  return {
    say: async (message) => {
      pass(10);
      const reply = new Promise<RawData | number>((resolve) => {
        socket.once('message', resolve);
        socket.once('close', resolve);
        socket.once('error', () => undefined);
      });
      socket.send(message, { binary: typeof message !== 'string' });
      const said = await reply;
      socket.removeAllListeners();
      if (typeof said !== 'number') {
        const { id, outcome } = JSON.parse(String(said)) as { id: number; outcome: unknown };
        const asked = JSON.parse(String(message)) as { id: number; name: unknown };
        if (id !== asked.id) throw new Broken(`Another call was answered than ${describe(message)}`);
        return judge(asked.name, outcome);
      }
      if (!REFUSALS.includes(said)) throw new Broken(`The socket was closed with ${said} for ${describe(message)}`);
      socket = await open();
      return false;
    },
    close: () => socket.terminate(),
  };
}

function describe(message: Message): string {
  return String(message).slice(0, 2000);
}
