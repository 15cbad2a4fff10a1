/** Asks the session whether anything shows tray icons: `(true,)` or `(false,)`. GNOME does so only with an extension. */
const QUESTION = [
  ...[
    'call',
    '--session',
    '--timeout',
    '1',
    '--dest',
    'org.freedesktop.DBus',
    '--object-path',
    '/org/freedesktop/DBus',
  ],
  ...['--method', 'org.freedesktop.DBus.NameHasOwner', 'org.kde.StatusNotifierWatcher'],
];

/** Whether a Linux desktop shows tray icons; no where it does not tell. */
export async function isTrayShown(
  run: (command: string, args: readonly string[]) => Promise<string>,
): Promise<boolean> {
  const answer = await run('gdbus', QUESTION).catch(() => '');
  return answer.trim() === '(true,)';
}
