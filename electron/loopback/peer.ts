import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** The second holds what was opened as IPv6 and goes to an IPv4 address. */
const LINUX_CONNECTIONS = ['/proc/net/tcp', '/proc/net/tcp6'];
/** 127.0.0.1 as Linux writes it there, alone or at the end of an IPv6 address. */
const LOOPBACK_ENDING = '0100007F';
const ROOT = 0;

/**
 * Whether another account of this machine is at the other end of a connection. Every account may connect to 127.0.0.1, and
 * on Linux every one may read the address, token and all, in the list of processes while the browser is being opened.
 * Linux says whose a connection is; where nobody says, the token alone decides.
 */
export function isOtherAccount({ remotePort, localPort }: Pick<Socket, 'remotePort' | 'localPort'>): boolean {
  const own = process.getuid?.();
  if (own === undefined || remotePort === undefined || localPort === undefined) return false;
  const owner = ownerOf(readConnections(), remotePort, localPort);
  // Root reads everything anyway, and it is root that carries a connection into a Linux within Windows.
  return owner !== null && owner !== own && owner !== ROOT;
}

/** The account that has connected from one port to another, out of Linux's tables of connections; null where it is not said. */
export function ownerOf(table: string, fromPort: number, toPort: number): number | null {
  for (const line of table.split('\n')) {
    const [, from, to, , , , , owner] = line.trim().split(/\s+/);
    if (isLoopback(from, fromPort) && isLoopback(to, toPort)) return Number(owner);
  }
  return null;
}

function isLoopback(written: string | undefined, port: number): boolean {
  const [address, hexPort] = (written ?? '').split(':');
  return address?.endsWith(LOOPBACK_ENDING) === true && Number.parseInt(hexPort ?? '', 16) === port;
}

function readConnections(): string {
  return LINUX_CONNECTIONS.map((file) => {
    try {
      return readFileSync(file, 'latin1');
    } catch {
      return '';
    }
  }).join('\n');
}
