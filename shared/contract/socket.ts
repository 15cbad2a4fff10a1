import { z } from 'zod';
import { outcomeSchema } from './contract.ts';

/** How calls travel over the browser host's WebSocket: one JSON object a message. */

/** Offered together with the token as subprotocols when the socket is opened: browsers allow no headers there. */
export const SOCKET_PROTOCOL = 'soleus';
export const SOCKET_PATH = '/socket';

export const socketRequestSchema = z.strictObject({ id: z.int().min(0), name: z.string(), request: z.unknown() });
export type SocketRequest = z.infer<typeof socketRequestSchema>;

/** The server's first message gives the page its key for coming back; the others answer calls. */
export const socketMessageSchema = z.union([
  z.object({ key: z.string() }),
  z.object({ id: z.int(), outcome: outcomeSchema }),
]);
export type SocketMessage = z.infer<typeof socketMessageSchema>;
