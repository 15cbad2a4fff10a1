import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isOtherAccount, ownerOf } from '../../../electron/loopback/peer.ts';

const HEADER = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const line = (from: string, to: string, owner: number, inode = 31_337): string =>
  `   1: ${from} ${to} 01 00000000:00000000 00:00000000 00000000  ${owner}        0 ${inode} 1 0000000000000000 20 4 30 10 -1`;

const SERVER = { address: '127.0.0.1', port: 7653 };

test('Linux says whose a connection is', () => {
  const table = [
    HEADER,
    // The server's own end, then the same ports to another machine, then the client's end.
    line('0100007F:1DE5', '0100007F:C350', 1000),
    line('0A00000A:C350', '08080808:1DE5', 1001),
    line('0100007F:C350', '0100007F:1DE5', 1002),
    line('0000000000000000FFFF00000100007F:C351', '0000000000000000FFFF00000100007F:1DE5', 1003),
    // The same port from another address of this machine, and a program that has closed its end.
    line('0200007F:C352', '0100007F:1DE5', 1004),
    line('0100007F:C353', '0100007F:1DE5', 0, 0),
  ].join('\n');
  const ownerFrom = (address: string, port: number) => ownerOf(table, { address, port }, SERVER);
  expect(ownerFrom('127.0.0.1', 50_000)).toBe(1002);
  expect(ownerFrom('127.0.0.1', 50_001)).toBe(1003);
  expect(ownerFrom('127.0.0.2', 50_002)).toBe(1004);
  expect(ownerFrom('127.0.0.1', 50_002)).toBeNull();
  expect(ownerFrom('127.0.0.1', 50_003)).toBe(-1);
  expect(ownerOf('', { address: '127.0.0.1', port: 50_000 }, SERVER)).toBeNull();
});

/** The server's end of a connection from this process. */
async function connection(localAddress: string) {
  const server = createServer({ allowHalfOpen: true });
  onTestFinished(() => {
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', localAddress });
  const [arrived] = (await once(server, 'connection')) as [Socket];
  onTestFinished(() => {
    client.destroy();
    arrived.destroy();
  });
  return { client, arrived };
}

test('a connection of our own is no stranger’s, from whichever address of this machine', async () => {
  expect(isOtherAccount((await connection('127.0.0.1')).arrived)).toBe(false);
});

describe.skipIf(process.platform !== 'linux')('where Linux says whose connections are', () => {
  test('another address of this machine hides nobody', async () => {
    const { arrived } = await connection('127.0.0.2');
    expect(arrived.remoteAddress).toBe('127.0.0.2');
    expect(isOtherAccount(arrived)).toBe(false);
    const { remotePort, localPort } = arrived;
    expect(isOtherAccount({ remoteAddress: '127.0.0.3', remotePort, localPort })).toBe(true);
  });

  test('who has gone already, or is not known, is a stranger', async () => {
    const { client, arrived } = await connection('127.0.0.1');
    client.destroy();
    arrived.resume();
    await once(arrived, 'end');
    expect(isOtherAccount(arrived)).toBe(true);
    expect(isOtherAccount({ remoteAddress: '127.0.0.1', remotePort: 1, localPort: 2 })).toBe(true);
    expect(isOtherAccount({ remoteAddress: undefined, remotePort: undefined, localPort: 2 })).toBe(true);
  });
});
