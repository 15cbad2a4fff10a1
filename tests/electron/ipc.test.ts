import { expect, test } from 'vitest';
import { serveIpc } from '../../electron/ipc.ts';
import { CALLS_A_SECOND } from '../../electron/rate.ts';
import type { Api, Outcome } from '../../shared/contract/contract.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';

test('a page that calls faster than anybody needs is told to wait, and a second later it may again', async () => {
  let nowMs = 0;
  let done = 0;
  const api = {
    'settings.read': async () => {
      done += 1;
      return DEFAULT_SETTINGS;
    },
  } as unknown as Api;
  type Listener = (event: unknown, name: unknown, request: unknown) => Outcome | Promise<Outcome>;
  let listener: Listener | undefined;
  const handle = (_channel: string, given: unknown): void => {
    listener = given as Listener;
  };
  serveIpc({ handle }, api, () => nowMs);
  const call = async (url = 'app://soleus/'): Promise<Outcome | undefined> =>
    listener?.({ senderFrame: { parent: null, url } }, 'settings.read', null);
  // Whoever may not call does not use up the calls of our page.
  for (let i = 0; i < CALLS_A_SECOND; i++) await call('https://evil.example/');
  for (let i = 0; i < CALLS_A_SECOND; i++) expect(await call()).toMatchObject({ ok: true });
  expect(await call()).toMatchObject({ ok: false, code: 'not-connected' });
  expect(done).toBe(CALLS_A_SECOND);
  nowMs += 1000;
  expect(await call()).toMatchObject({ ok: true });
});
