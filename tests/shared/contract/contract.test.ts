import { describe, expect, test } from 'vitest';
import { type Api, answerCall, CallError, CONTRACT, createClient } from '../../../shared/contract/contract.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { aSession } from '../../support/records.ts';

function apiWith(changes: Partial<Api>): Api {
  const calls = Object.keys(CONTRACT).map((name) => [
    name,
    () => Promise.reject(new Error(`${name} was not expected`)),
  ]);
  return { ...Object.fromEntries(calls), ...changes } as Api;
}

describe('the contract', () => {
  test('a call goes there and back with its types', async () => {
    const api = apiWith({ 'settings.read': async () => DEFAULT_SETTINGS });
    const client = createClient((name, request) => answerCall(api, name, request));
    expect(await client['settings.read'](null)).toEqual(DEFAULT_SETTINGS);
  });

  test.each([
    ['there is no such call', 'history.wipe', null],
    ['a name from the prototype', 'constructor', null],
    ['no name', undefined, null],
    ['a request of another type', 'history.startSession', 'hello'],
    ['a field too many', 'history.startSession', { ...aSession(), admin: true }],
    ['an id that is none', 'history.startSession', { ...aSession(), id: '1' }],
    ['a number out of range', 'settings.change', { voiceVolume: 3 }],
    ['a limit too large', 'history.sessions', { beforeMs: 1, limit: 5000 }],
  ])('refused: %s', async (_, name, request) => {
    expect(await answerCall(apiWith({}), name, request)).toMatchObject({ ok: false, code: 'bad-request' });
  });

  test('a change of settings changes nothing that was not named', async () => {
    const seen: unknown[] = [];
    const api = apiWith({
      'settings.change': async (change) => {
        seen.push(change);
        return DEFAULT_SETTINGS;
      },
    });
    await answerCall(api, 'settings.change', { tones: false });
    expect(seen).toEqual([{ tones: false }]);
  });

  test('errors cross as data and arrive as errors with their code', async () => {
    const api = apiWith({
      'history.unfinished': async () => {
        throw new CallError('history-locked', 'busy');
      },
    });
    const client = createClient((name, request) => answerCall(api, name, request));
    await expect(client['history.unfinished'](null)).rejects.toMatchObject({ code: 'history-locked', message: 'busy' });
  });

  test('a fault of ours is no secret but says nothing of the machine to the person', async () => {
    const api = apiWith({ 'app.info': () => Promise.reject(new TypeError('x is undefined')) });
    expect(await answerCall(api, 'app.info', null)).toMatchObject({ ok: false, code: 'internal' });
  });

  test('an answer that does not fit is refused by the page', async () => {
    const client = createClient(async () => ({ ok: true, answer: { voice: 'yes' } }));
    await expect(client['settings.read'](null)).rejects.toMatchObject({ code: 'internal' });
  });
});
