import { BREAK_LIMITS, type BreakSettings, type HoursRange } from '../../shared/breaks/breakSettings.ts';
import type { SignalName } from '../../shared/breaks/breaksView.ts';
import type { BreakPlace } from '../../shared/breaks/places.ts';

interface Named {
  readonly label: string;
  readonly hint: string;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const [LEAST, MOST] = BREAK_LIMITS.intervalMinutes;

/** How and when the person wants to be called out of the chair. */
export const breakSettingsText = {
  title: 'Desk breaks',
  when: 'When',
  enabled: 'Call me out of the chair',
  interval: 'Minutes from one break to the next',
  intervalHint: `${LEAST} to ${MOST}. Every 30 to 60 minutes does a sitting body good.`,
  warning: 'Seconds of warning ahead',
  warningHint: '0 for no warning.',
  snoozes: 'How often one break can be put off',

  hours: 'Hours',
  hoursHint: 'Breaks come only within them. Hours may go past midnight: they belong to the day on which they begin.',
  day: (weekday: number) => DAYS[weekday] ?? '',
  from: (weekday: number, n: number) => `${DAYS[weekday]}, ${n > 1 ? `hours ${n}, ` : ''}from`,
  to: (weekday: number, n: number) => `${DAYS[weekday]}, ${n > 1 ? `hours ${n}, ` : ''}to`,
  timeMissing: (label: string) => `${label}: write a time, such as 08:30.`,
  none: 'No breaks',
  pastMidnight: ({ fromMinute, toMinute }: HoursRange) => (fromMinute === toMinute ? 'all day' : 'of the next day'),
  addHours: (weekday: number) => `Add hours on ${DAYS[weekday]}`,
  removeHours: (weekday: number, n: number) => `Take out hours ${n} of ${DAYS[weekday]}`,
  copyMonday: 'The same from Tuesday to Friday',

  against: 'When a break waits',
  hold: {
    'full-screen': 'While something fills the screen',
    call: 'In calls',
    'do-not-disturb': 'While “do not disturb” is on',
  } satisfies Record<SignalName, string>,
  untold: 'This system does not tell for sure, so it may go unnoticed.',
  typingWait: 'Minutes a break waits for a pause in typing',
  typingWaitHint: '0 for not at all.',
  idle: 'Minutes without keyboard and mouse until you are taken as away',
  idleHint: 'Away for two minutes and more counts as a break of your own.',
  whenUnknown: 'Where nobody can tell whether you are there',
  whenUnknowns: {
    remind: { label: 'Call me by the clock', hint: 'You may be called while you are away.' },
    wait: { label: 'Wait until it can be told', hint: 'In a browser that means: no break comes by itself.' },
  } satisfies Record<BreakSettings['whenUnknown'], Named>,

  what: 'What to do',
  places: 'Where can you do them?',
  place: {
    desk: { label: 'Standing at the desk', hint: 'Calf raises, balance, breathing' },
    wall: { label: 'At a wall or a step', hint: 'Calf stretches, ankle rocks' },
    floor: { label: 'On the floor', hint: 'Bridges, rolling' },
  } satisfies Record<BreakPlace, Named>,
  targets: 'Every day',
  targetsHint: 'What comes first until it was done so often. It is given where it fits your places and equipment.',
  noTargets: 'No daily targets.',
  targetExercise: 'Exercise',
  targetTimes: 'Times a day',
  addTarget: 'Add a daily target',
  removeTarget: (name: string) => `Take out the daily target: ${name}`,

  sounds: 'Sound and start',
  sound: 'A sound with each break',
  volume: 'Break sound volume',
  listen: 'Hear the break sound',
  startAtLogin: 'Start Soleus when I log in',
  startAtLoginHint:
    'Where your desktop shows no tray, breaks come while Soleus is open. Start it at login to keep them without its window.',
  startAtLoginBrowser: 'Starting at login is for the desktop app: here breaks come as long as Soleus is open in a tab.',
};
