import { readFileSync } from 'node:fs';
import { release } from 'node:os';

/** The second holds what was opened as IPv6 and goes to an IPv4 address; where there is no IPv6, it is missing. */
const LINUX_CONNECTIONS = ['/proc/net/tcp', '/proc/net/tcp6'];
const ROOT = 0;
/** Of a connection whose program has closed its end: whose it was is not to be relied on any more. */
const NOBODY = -1;

/** As much of a socket as is looked at. */
interface Connection {
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
  readonly localPort?: number | undefined;
}

export interface End {
  readonly address: string;
  readonly port: number;
}

/**
 * Whether another account of this machine is at the other end of a connection. Every account may connect to 127.0.0.1, and
 * on Linux every one may read the address, token and all, in the list of processes while the browser is being opened.
 * Linux says whose a connection is; where nobody says, the token alone decides.
 */
export function isOtherAccount({ remoteAddress, remotePort, localPort }: Connection): boolean {
  const own = process.getuid?.();
  const table = readConnections();
  if (own === undefined || table === null) return false;
  // It has ended already.
  if (remoteAddress === undefined || remotePort === undefined || localPort === undefined) return true;
  const to = { address: '127.0.0.1', port: localPort };
  const owner = ownerOf(table, { address: remoteAddress, port: remotePort }, to);
  // Within Windows a program of Windows may be at the other end, which Linux does not know.
  if (owner === null) return !/microsoft/i.test(release());
  // Root reads everything anyway, and it is root that carries a connection into a Linux within Windows.
  return owner !== own && owner !== ROOT;
}

/** The account that has connected from one end to another, out of Linux's tables of connections; null where it is not in them. */
export function ownerOf(table: string, from: End, to: End): number | null {
  const [locals, remotes] = [asWritten(from), asWritten(to)];
  for (const line of table.split('\n')) {
    const [, local = '', remote = '', , , , , owner, , inode] = line.trim().split(/\s+/);
    if (locals.includes(local) && remotes.includes(remote)) return inode === '0' ? NOBODY : Number(owner);
  }
  return null;
}

/** As Linux writes it: the address backwards in hex, alone or within an IPv6 address. */
function asWritten({ address, port }: End): readonly string[] {
  const hex = (n: number, digits: number): string => n.toString(16).toUpperCase().padStart(digits, '0');
  const backwards = address.split('.').reverse();
  const ending = `${backwards.map((part) => hex(Number(part), 2)).join('')}:${hex(port, 4)}`;
  return [ending, `0000000000000000FFFF0000${ending}`];
}

/** Null where the system has no such tables, or shows them to nobody. */
function readConnections(): string | null {
  const tables = LINUX_CONNECTIONS.flatMap((file) => {
    try {
      return [readFileSync(file, 'latin1')];
    } catch {
      return [];
    }
  });
  return tables.length === 0 ? null : tables.join('\n');
}
