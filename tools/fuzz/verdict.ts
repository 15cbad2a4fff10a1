import type { z } from 'zod';
import {
  type CallName,
  CONTRACT,
  type ErrorCode,
  type Outcome,
  outcomeSchema,
} from '../../shared/contract/contract.ts';

/** What may be said to a request that was wrong, or that was right and asks for what is not there. */
const REFUSALS: readonly ErrorCode[] = ['bad-request', 'trace-invalid', 'backup-folder', 'backup-unusable', 'busy'];

/** Something happened that must not. */
export class Broken extends Error {}

/**
 * Looks at what came back for a call.
 *
 * @returns whether it was done
 * @throws Broken for what the page could not read, and for errors that are nobody's but ours
 */
export function judge(name: unknown, reply: unknown): boolean {
  const outcome: Outcome = must(outcomeSchema.safeParse(reply), 'The outcome');
  if (outcome.ok) {
    const schema: z.ZodType = CONTRACT[name as CallName].answer;
    // As it arrives at the page.
    must(schema.safeParse(JSON.parse(JSON.stringify(outcome.answer))), `The answer of ${name}`);
    return true;
  }
  if (REFUSALS.includes(outcome.code)) return false;
  throw new Broken(`${String(name)} ended with ${outcome.code}: ${outcome.detail}`);
}

function must<T>(parsed: z.ZodSafeParseResult<T>, what: string): T {
  if (parsed.success) return parsed.data;
  throw new Broken(`${what} does not fit: ${parsed.error.message}`);
}
