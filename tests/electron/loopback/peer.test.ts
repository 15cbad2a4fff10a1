import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { isOtherAccount, ownerOf } from '../../../electron/loopback/peer.ts';

const HEADER = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const line = (from: string, to: string, owner: number): string =>
  `   1: ${from} ${to} 01 00000000:00000000 00:00000000 00000000  ${owner}        0 31337 1 0000000000000000 20 4 30 10 -1`;

test('Linux says whose a connection is', () => {
  const table = [
    HEADER,
    // The server's own end, then the same ports to another machine, then the client's end.
    line('0100007F:1DE5', '0100007F:C350', 1000),
    line('0A00000A:C350', '08080808:1DE5', 1001),
    line('0100007F:C350', '0100007F:1DE5', 1002),
    line('0000000000000000FFFF00000100007F:C351', '0000000000000000FFFF00000100007F:1DE5', 1003),
  ].join('\n');
  expect(ownerOf(table, 50_000, 7653)).toBe(1002);
  expect(ownerOf(table, 50_001, 7653)).toBe(1003);
  expect(ownerOf(table, 50_002, 7653)).toBeNull();
  expect(ownerOf('', 50_000, 7653)).toBeNull();
});

test('a connection of our own is no stranger’s, and what nobody knows of is left to its token', async () => {
  const server = createServer();
  onTestFinished(() => {
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  onTestFinished(() => {
    client.destroy();
  });
  const [arrived] = (await once(server, 'connection')) as [Socket];
  expect(isOtherAccount(arrived)).toBe(false);
  expect(isOtherAccount({ remotePort: 1, localPort: 2 })).toBe(false);
});
