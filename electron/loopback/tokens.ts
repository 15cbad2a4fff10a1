import { randomBytes, timingSafeEqual } from 'node:crypto';
import { TOKEN_BYTES } from './address.ts';

/**
 * Who may talk to the loopback server. The printed address carries a one-time token; the first page that shows it gets a
 * key of its own, which lives as long as the server, so that the page can be reloaded.
 */
export interface Tokens {
  /** A new one-time token for an address. */
  issue(): string;
  /** The key for whoever shows a valid token or key; null for anyone else. Uses up a token. */
  admit(shown: string): string | null;
}

export function createTokens(): Tokens {
  const unused = new Set<string>();
  const keys = new Set<string>();
  return {
    issue: () => {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      unused.add(token);
      return token;
    },
    admit: (shown) => {
      const key = find(keys, shown);
      if (key) return key;
      const token = find(unused, shown);
      if (!token) return null;
      unused.delete(token);
      const fresh = randomBytes(TOKEN_BYTES).toString('base64url');
      keys.add(fresh);
      return fresh;
    },
  };
}

export function sameSecret(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

function find(secrets: ReadonlySet<string>, shown: string): string | undefined {
  return [...secrets].find((secret) => sameSecret(secret, shown));
}
