import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { CALL_CHANNEL, PAGE_ORIGIN } from '../shared/contract/bridge.ts';
import { type Api, answerCall, type Outcome } from '../shared/contract/contract.ts';
import { CALLS_A_SECOND, createRate } from './rate.ts';

/** Answers the page's calls, and nobody else's: only the top frame of our own page may call. */
export function serveIpc(ipcMain: Pick<IpcMain, 'handle'>, api: Api, nowMs = () => performance.now()): void {
  const mayCall = createRate(CALLS_A_SECOND, nowMs);
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, request: unknown): Outcome | Promise<Outcome> => {
    if (!isOwnPage(event)) return { ok: false, code: 'bad-request', detail: 'This caller may not call.' };
    // As when a connection is lost: what could not be written now is kept, and tried again.
    if (!mayCall()) return { ok: false, code: 'not-connected', detail: 'These are too many calls.' };
    return answerCall(api, name, request ?? null);
  });
}

function isOwnPage({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  // A frame that has gone away meanwhile is null.
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${PAGE_ORIGIN}/`);
}
