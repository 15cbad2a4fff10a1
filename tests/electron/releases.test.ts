import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { releasesPage } from '../../electron/releasesPage.ts';
import { startedDesktop } from '../support/desktopRun.ts';
import { tempFolder } from '../support/tempFolder.ts';

const PAGE = 'https://example.org/soleus/releases';

describe('the releases page', () => {
  test.each<[string, string, string | null]>([
    ['beside the page that the packer wrote down', '{"homepage":"https://example.org/soleus"}', PAGE],
    ['nowhere where it wrote none', '{}', null],
    ['never on anything but the web', '{"homepage":"file:///etc"}', null],
    ['nowhere where the file cannot be read', 'not JSON', null],
  ])('is %s', (_, content, expected) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'package.json'), content);
    expect(releasesPage(folder)).toBe(expected);
  });

  test('is opened in the person’s browser when they ask, and at no other time', async () => {
    const open = vi.fn(async () => undefined);
    const desktop = await startedDesktop({ releases: { page: PAGE, open } });
    expect(await desktop.call('app.info', null)).toMatchObject({ ok: true, answer: { releasesPage: PAGE } });
    expect(open).not.toHaveBeenCalled();
    expect(await desktop.call('app.openReleases', null)).toEqual({ ok: true, answer: null });
    expect(open).toHaveBeenCalledOnce();
  });

  test('cannot be chosen by the page', async () => {
    const open = vi.fn(async () => undefined);
    const desktop = await startedDesktop({ releases: { page: PAGE, open } });
    const outcome = await desktop.call('app.openReleases', 'https://evil.example' as never);
    expect(outcome).toMatchObject({ ok: false, code: 'bad-request' });
    expect(open).not.toHaveBeenCalled();
  });

  test('is not there when running from the sources', async () => {
    const desktop = await startedDesktop();
    expect(await desktop.call('app.info', null)).toMatchObject({ ok: true, answer: { releasesPage: null } });
    expect(await desktop.call('app.openReleases', null)).toMatchObject({ ok: true });
  });
});
