import { describe, expect, test } from 'vitest';
import { localTimeOf } from '../../electron/services/breaks/localTime.ts';
import { UNKNOWN_SENSE } from '../../electron/services/breaks/presence.ts';
import { type TrayItem, trayMenu, trayTitle } from '../../electron/trayMenu.ts';
import { initialBreaks } from '../../shared/breaks/breakState.ts';
import { type BreaksView, viewBreaks } from '../../shared/breaks/breaksView.ts';
import { momentWords } from '../../shared/breaks/breakWords.ts';
import { chooseDose } from '../../shared/breaks/dose.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';

const NOW_MS = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const DOSE = chooseDose({
  settings: DEFAULT_SETTINGS,
  done: [],
  nowMs: NOW_MS,
  dayOf: () => 0,
  size: 'usual',
  isSilent: false,
});
const RULES = { settings: DEFAULT_SETTINGS.breaks, local: localTimeOf(() => 0) };
const VIEW: BreaksView = {
  ...viewBreaks(RULES, initialBreaks(NOW_MS), UNKNOWN_SENSE, DOSE, NOW_MS),
  ...{ stage: 'sitting', why: 'interval', nextAtMs: NOW_MS + 12 * MINUTE_MS },
};
const AT_HAND = { snoozesLeft: 2, canSkip: true };

/** The labels between the first line of the menu and its end, which never change; a submenu in brackets. */
function labels(view: BreaksView): string[] {
  const label = (item: TrayItem): string =>
    item === 'line' ? '-' : 'items' in item ? `${item.label} [${item.items.map(label).join(' | ')}]` : item.label;
  const all = trayMenu(view).map(label);
  expect(all.slice(-5)).toEqual(['-', 'Open Soleus', 'Breaks and their settings', '-', 'Quit Soleus']);
  return all.slice(0, -5);
}

const PAUSE = 'Pause the breaks [30 minutes | 1 hour | 2 hours | Until tomorrow | Until I go on]';
const SNOOZES = ['In 5 minutes', 'In 10 minutes', 'In 15 minutes', 'Something smaller, now'];
const PAUSED = ['Take a break now', 'Go on with the breaks'];
const NAME = 'Wall calf stretch';

describe('the menu of the tray', () => {
  test.each<[string, Partial<BreaksView>, string[]]>([
    ['sitting', {}, ['Next break in 12 min.', '-', 'Take a break now', PAUSE]],
    [
      'about to be called',
      { stage: 'warned', why: 'warned', nextAtMs: NOW_MS + 30_000, ...AT_HAND },
      ['A break is coming up in 30 s.', '-', 'Take a break now', ...SNOOZES, PAUSE],
    ],
    [
      'typing',
      { stage: 'ready', why: 'typing', nextAtMs: NOW_MS, ...AT_HAND },
      ['A break is due. It waits for a pause in your typing.', '-', 'Take a break now', ...SNOOZES, PAUSE],
    ],
    [
      'called',
      { stage: 'offered', why: 'offered', nextAtMs: NOW_MS, ...AT_HAND },
      [`Time to get up: ${NAME}.`, '-', 'Take a break now', ...SNOOZES, PAUSE],
    ],
    [
      'called, with no snoozes left',
      { stage: 'offered', why: 'offered', nextAtMs: NOW_MS, snoozesLeft: 0, canSkip: true },
      [`Time to get up: ${NAME}.`, '-', 'Take a break now', PAUSE],
    ],
    [
      'put off',
      { stage: 'snoozed', why: 'snoozed', nextAtMs: NOW_MS + 5 * MINUTE_MS, canSkip: true },
      ['Next break in 5 min.', '-', 'Take a break now', PAUSE],
    ],
    [
      'in a call',
      { stage: 'held', why: 'call', nextAtMs: null, holds: ['call'], ...AT_HAND },
      ['A break is due. It waits until your call is over.', '-', 'Take a break now', ...SNOOZES, PAUSE],
    ],
    [
      'in full screen',
      { stage: 'held', why: 'full-screen', nextAtMs: null, ...AT_HAND },
      ['A break is due. It waits until nothing fills the screen.', '-', 'Take a break now', ...SNOOZES, PAUSE],
    ],
    [
      'not to be disturbed',
      { stage: 'held', why: 'do-not-disturb', nextAtMs: null, ...AT_HAND },
      ['A break is due. It waits until “do not disturb” is off.', '-', 'Take a break now', ...SNOOZES, PAUSE],
    ],
    [
      'in a session',
      { why: 'session', nextAtMs: null },
      ['Your session is on. Breaks wait until it is over.', '-', 'Take a break now', PAUSE],
    ],
    [
      'locked',
      { why: 'locked', nextAtMs: null },
      ['The screen is locked. Breaks wait until you are back.', '-', 'Take a break now', PAUSE],
    ],
    [
      'perhaps there',
      { why: 'presence-unknown', nextAtMs: null },
      ['This computer does not tell whether you are there, so breaks wait.', '-', 'Take a break now', PAUSE],
    ],
    [
      'on a break',
      { stage: 'taking', why: 'taking', nextAtMs: null, canSkip: true },
      [`Your break is on: ${NAME}.`, '-', 'Show the break', PAUSE],
    ],
    [
      'away',
      { stage: 'away', why: 'away', nextAtMs: null },
      ['You seem to be away. Breaks go on when you are back.', '-', 'Take a break now', PAUSE],
    ],
    [
      'paused for a time',
      { why: 'paused', isPaused: true, pausedUntilMs: NOW_MS + 25 * MINUTE_MS },
      [`Breaks are paused until ${momentWords(NOW_MS + 25 * MINUTE_MS, NOW_MS)}.`, '-', ...PAUSED],
    ],
    [
      'paused until tomorrow',
      { why: 'paused', isPaused: true, nextAtMs: null, pausedUntilMs: NOW_MS + 24 * HOUR_MS },
      [`Breaks are paused until ${momentWords(NOW_MS + 24 * HOUR_MS, NOW_MS)}.`, '-', ...PAUSED],
    ],
    [
      'paused until further notice',
      { why: 'paused', isPaused: true, nextAtMs: null },
      ['Breaks are paused until you go on with them.', '-', ...PAUSED],
    ],
    [
      'outside the hours',
      { stage: 'off', why: 'outside-hours', nextAtMs: NOW_MS + 48 * HOUR_MS },
      [
        `You are outside your hours. Next break: ${momentWords(NOW_MS + 48 * HOUR_MS, NOW_MS)}.`,
        '-',
        'Take a break now',
        PAUSE,
      ],
    ],
    [
      'switched off',
      { stage: 'off', why: 'switched-off', nextAtMs: null },
      ['Breaks are switched off.', '-', 'Take a break now'],
    ],
  ])('%s', (_, change, expected) => {
    expect(labels({ ...VIEW, ...change })).toEqual(expected);
  });

  test('of breaks that cannot be read leads into the app', () => {
    expect(trayMenu(null).map((item) => (item === 'line' ? '-' : item.label))).toEqual([
      'The breaks cannot be read. Open Soleus to see why.',
      '-',
      'Open Soleus',
      '-',
      'Quit Soleus',
    ]);
  });
});

test.each<[Partial<BreaksView>, string]>([
  [{}, '12 min'],
  [{ nextAtMs: NOW_MS + 20_000, why: 'warned' }, '1 min'],
  [{ nextAtMs: NOW_MS + 100 * MINUTE_MS }, 'about 2 h'],
  [{ stage: 'offered', why: 'offered', nextAtMs: NOW_MS }, ''],
  [{ stage: 'off', why: 'outside-hours' }, ''],
  [{ why: 'paused', isPaused: true, pausedUntilMs: NOW_MS + MINUTE_MS }, ''],
])('beside the icon, with %o: “%s”', (change, title) => {
  expect(trayTitle({ ...VIEW, ...change })).toBe(title);
});
