import type { Outcome } from './contract.ts';

/** What the desktop's preload script puts into the page as `window.soleus`: the contract's transport and nothing else. */
export interface Bridge {
  call(name: string, request: unknown): Promise<Outcome>;
}

export const BRIDGE_NAME = 'soleus';
export const CALL_CHANNEL = 'soleus:call';

/** The page's own address in the desktop window. */
export const PAGE_SCHEME = 'app';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://soleus`;
