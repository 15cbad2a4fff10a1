/** Where the browser host answers, and how a page's address with its token looks. */
export const LOOPBACK = '127.0.0.1';
/** Random bytes of a token, which are 32 letters. */
export const TOKEN_BYTES = 24;

export function addressOf(port: number, token: string): string {
  return `http://${LOOPBACK}:${port}/#${token}`;
}

/** Whether a text is such an address, and nothing besides. */
export function isAddressOf(port: number, text: string): boolean {
  const [, token] = /#([\w-]{32})$/.exec(text) ?? [];
  return token !== undefined && text === addressOf(port, token);
}
