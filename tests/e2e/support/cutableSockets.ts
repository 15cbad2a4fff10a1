import type { Page } from '@playwright/test';
import type { CallName } from '../../../shared/contract/contract.ts';

interface Cutable {
  isCut: boolean;
  /** The call whose answer is to be lost. */
  losing: CallName | null;
  readonly sockets: WebSocket[];
}

/** Cuts the page's connection, or lets it come back. */
export async function cut(page: Page, isCut: boolean): Promise<void> {
  await page.evaluate((now) => {
    const { cutable } = globalThis as unknown as { cutable: Cutable };
    cutable.isCut = now;
    if (now) for (const socket of cutable.sockets) socket.close();
  }, isCut);
}

/** The next such call arrives and is done; then the connection is cut for a moment, before the answer is back. */
export async function loseNextAnswer(page: Page, call: CallName): Promise<void> {
  await page.evaluate((name) => {
    (globalThis as unknown as { cutable: Cutable }).cutable.losing = name;
  }, call);
}

/** Runs in the page, before the app: its connections can be cut, and kept from coming back. */
export function cutableSockets(): void {
  const cutable: Cutable = { isCut: false, losing: null, sockets: [] };
  const Plain = globalThis.WebSocket;
  globalThis.WebSocket = class extends Plain {
    constructor(url: string | URL, protocols?: string | string[]) {
      // A door that stays shut.
      super(cutable.isCut ? `${url}-shut` : url, protocols);
      cutable.sockets.push(this);
    }
    override send(data: string): void {
      super.send(data);
      if (cutable.losing === null || !data.includes(`"${cutable.losing}"`)) return;
      cutable.losing = null;
      this.close();
    }
  };
  Object.assign(globalThis, { cutable });
}
