import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startedDesktop } from '../support/desktopRun.ts';
import { tempFolder } from '../support/tempFolder.ts';

const isOn = async ({ call }: Awaited<ReturnType<typeof startedDesktop>>): Promise<unknown> => {
  const outcome = await call('settings.read', null);
  return outcome.ok && (outcome.answer as { breaks: { startAtLogin: boolean } }).breaks.startAtLogin;
};

describe('start at login', () => {
  test.each<[NodeJS.Platform, boolean, object]>([
    ['darwin', true, { openAtLogin: true }],
    ['win32', true, { openAtLogin: true, args: ['--hidden'] }],
    ['win32', false, { openAtLogin: true, args: ['"/the/app"', '--hidden'] }],
  ])('on %s (packaged: %s) is %o', async (platform, isPackaged, item) => {
    const desktop = await startedDesktop({ platform, isPackaged });
    await desktop.call('settings.change', { breaks: { intervalMinutes: 50 } });
    expect(desktop.app.loginItem).toBeNull();
    await desktop.call('settings.change', { breaks: { startAtLogin: true } });
    expect(desktop.app.loginItem).toEqual(item);
    await desktop.call('settings.change', { breaks: { startAtLogin: false } });
    expect(desktop.app.loginItem).toMatchObject({ openAtLogin: false });
  });

  test('on Linux is a file in the autostart folder, and gone again', async () => {
    const config = tempFolder();
    const desktop = await startedDesktop({ platform: 'linux', env: { XDG_CONFIG_HOME: config } });
    const file = join(config, 'autostart/soleus.desktop');
    expect(existsSync(file)).toBe(false);
    await desktop.call('settings.change', { breaks: { startAtLogin: true } });
    expect(readFileSync(file, 'utf8').split('\n')).toEqual([
      '[Desktop Entry]',
      'Type=Application',
      'Name=Soleus',
      'Exec="/opt/Soleus/soleus" "--hidden"',
      'Terminal=false',
      '',
    ]);
    await desktop.call('settings.change', { breaks: { startAtLogin: false } });
    expect(existsSync(file)).toBe(false);
  });

  test('starts the image of an AppImage, under its new name after an update', async () => {
    const config = tempFolder();
    const file = join(config, 'autostart/soleus.desktop');
    const execOf = (): string | undefined => /^Exec=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1];
    const start = (image: string) =>
      startedDesktop({ platform: 'linux', env: { XDG_CONFIG_HOME: config, APPIMAGE: image } });
    const first = await start('/home/a b/100%/So"leus$.AppImage');
    await first.call('settings.change', { breaks: { startAtLogin: true } });
    expect(execOf()).toBe(String.raw`"/home/a b/100%%/So\\"leus\\$.AppImage" "--hidden"`);
    writeFileSync(file, `${readFileSync(file, 'utf8')}X-GNOME-Autostart-enabled=false\n`);
    await start('/home/Soleus-2.AppImage');
    expect(execOf()).toBe('"/home/Soleus-2.AppImage" "--hidden"');
    expect(readFileSync(file, 'utf8')).toContain('X-GNOME-Autostart-enabled=false');
  });

  test('a file that nobody asked for is not made', async () => {
    const config = tempFolder();
    await startedDesktop({ platform: 'linux', env: { XDG_CONFIG_HOME: config } });
    expect(existsSync(join(config, 'autostart'))).toBe(false);
  });

  test('that cannot be kept is an error, and the setting stays as it was', async () => {
    const config = tempFolder();
    writeFileSync(join(config, 'autostart'), 'in the way');
    const desktop = await startedDesktop({ platform: 'linux', env: { XDG_CONFIG_HOME: config } });
    expect(await desktop.call('settings.change', { breaks: { startAtLogin: true } })).toMatchObject({ ok: false });
    expect(await isOn(desktop)).toBe(false);
  });
});
