import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSoleusHost } from '../../tools/browser/soleusHost.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** Windows has no Ctrl-C that one process could send another. */
const isWindows = process.platform === 'win32';
const HOST = join(import.meta.dirname, '../../electron/browserHost.ts');

async function run(args: readonly string[], dataFolder: string) {
  const child = spawn(process.execPath, [HOST, '--no-open', ...args], {
    env: { ...process.env, SOLEUS_DATA: dataFolder },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const [code] = await once(child, 'exit');
  return { code, stdout, stderr };
}

describe('the browser host', () => {
  test.skipIf(isWindows).each(['SIGINT', 'SIGHUP'] as const)(
    'prints an address, and %s ends it cleanly, without a note left',
    async (signal) => {
      const dataFolder = tempFolder();
      const host = await startSoleusHost(dataFolder);
      expect(host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{32}$/);
      expect(existsSync(join(dataFolder, 'browser-host.json'))).toBe(true);
      expect(await host.stop(signal)).toBe(0);
      expect(existsSync(join(dataFolder, 'browser-host.json'))).toBe(false);
    },
  );

  test('a second launch opens the first one', async () => {
    const dataFolder = tempFolder();
    const first = await startSoleusHost(dataFolder);
    onTestFinished(() => first.kill());
    const second = await run([], dataFolder);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('already running');
    expect(second.stdout).toContain(new URL(first.address).host);
  });

  test.skipIf(isWindows)('after a crash it starts again on the same folder', async () => {
    const dataFolder = tempFolder();
    await (await startSoleusHost(dataFolder)).kill();
    const again = await startSoleusHost(dataFolder);
    expect(await again.stop()).toBe(0);
  });

  test('a port that is taken is named, with what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => {
      other.close();
    });
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await run(['--port', String(port)], tempFolder());
    expect(code).toBe(1);
    expect(stderr.trim()).toBe(`Port ${port} is taken by another program. Choose another one with --port.`);
  });

  test('a port that is none is refused with a sentence', async () => {
    const { code, stderr } = await run(['--port', 'seven'], tempFolder());
    expect([code, stderr.trim()]).toEqual([1, '--port is seven; it must be a whole number from 0 to 65535.']);
  });
});
