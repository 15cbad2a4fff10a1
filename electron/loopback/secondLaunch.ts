import { createHmac, randomBytes } from 'node:crypto';
import { isAddressOf, TOKEN_BYTES } from './address.ts';
import { sameSecret } from './tokens.ts';

/**
 * What a second launch and the running host say to each other. Both know the secret of the note, and neither tells it: whoever
 * got the port after a crash hears nothing that opens anything, and what it answers is not believed.
 */
export const NEW_ADDRESS_PATH = '/new-address';

const SCHEME = 'Soleus';
/** Answers are bound to it, so that an older one is none. */
const NONCE = /^[\w-]{32}$/;

export function newNonce(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The second launch's request, as an Authorization header. */
export function launchRequest(secret: string, nonce: string): string {
  return `${SCHEME} ${nonce} ${proofOf(secret, 'request', nonce)}`;
}

/** The nonce of a request by somebody who knows the secret; null for any other. */
export function nonceOf(secret: string, header: string | undefined): string | null {
  const [scheme, nonce = '', shown = ''] = (header ?? '').split(' ');
  const isRight = scheme === SCHEME && NONCE.test(nonce) && sameSecret(shown, proofOf(secret, 'request', nonce));
  return isRight ? nonce : null;
}

export function launchAnswer(secret: string, nonce: string, address: string): string {
  return `${address} ${proofOf(secret, 'answer', nonce, address)}`;
}

/** The address of an answer by somebody who knows the secret; null where it is anything else. */
export function addressIn(secret: string, nonce: string, port: number, answer: string): string | null {
  const [address = '', shown = ''] = answer.split(' ');
  const isRight = isAddressOf(port, address) && sameSecret(shown, proofOf(secret, 'answer', nonce, address));
  return isRight ? address : null;
}

function proofOf(secret: string, ...said: readonly string[]): string {
  return createHmac('sha256', secret).update(said.join(' ')).digest('base64url');
}
