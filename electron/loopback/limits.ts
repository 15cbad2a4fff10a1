import { CALLS_A_SECOND } from '../rate.ts';

/** What a browser of the person's own never comes near, and a hostile or broken program on the same machine may try. */
export interface Limits {
  /** Above the longest text that a call takes: what is kept of a set's landmarks, `traces.save`. */
  readonly messageBytes: number;
  /** Answers that nobody takes, until the connection is cut. */
  readonly waitingBytes: number;
  readonly headerBytes: number;
  /** From the first byte of a connection, or of a further request on it. */
  readonly headersWithinMs: number;
  readonly requestWithinMs: number;
  /** Without a byte either way. Sockets that were let in are not meant. */
  readonly silentMs: number;
  /** Beside the sockets that were let in; the oldest gives way to a new one. */
  readonly connections: number;
  /** Pages that talk to the services at the same time. */
  readonly sockets: number;
  /** Of one page. */
  readonly callsASecond: number;
}

export const LIMITS: Limits = {
  messageBytes: 35_000_000,
  waitingBytes: 256_000_000,
  headerBytes: 8_192,
  headersWithinMs: 5_000,
  requestWithinMs: 10_000,
  silentMs: 30_000,
  connections: 100,
  sockets: 20,
  callsASecond: CALLS_A_SECOND,
};
