import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import type { BreakStore } from '../../electron/services/breaks/breakStore.ts';
import type { HistoryStore } from '../../electron/services/history/store.ts';
import { text } from '../../renderer/messages/en.ts';
import { WELCOME_STEPS } from '../../renderer/messages/welcome.ts';
import { usualBlock } from '../../shared/session/sessionPlan.ts';
import type { Programme, Settings } from '../../shared/settings/settings.ts';
import { ANY_TIME, sittingFor, threeWeeksOfBreaks } from '../breaks/pastBreaks.ts';
import { openHistory, openLatestSession } from '../browser/historyPages.ts';
import { type SoleusAppOptions, startSet } from '../browser/soleusApp.ts';
import { EIGHT_DOUBLES, FEET_OUT } from '../clips/fakeCameraClips.ts';
import { PEOPLE } from '../people/person.ts';
import { seedPerson } from '../people/seedPerson.ts';

/** A way through every screen: for pictures of them, and for whoever wants to look at each. */
export interface Stop {
  readonly name: string;
  /** From the stop before to this one. */
  go(page: Page): Promise<void>;
}

export interface Tour {
  readonly name: string;
  readonly app: SoleusAppOptions;
  readonly stops: readonly Stop[];
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const open = (
  name: 'ladder' | 'breaks' | 'library' | 'checks' | 'programmes' | 'video' | 'history' | 'manual' | 'settings',
): Stop => ({
  name,
  go: async (page) => {
    await press(page, text.app[name]);
    // Some screens are fetched first.
    await page.locator('main h1').filter({ visible: true }).waitFor();
  },
});

/** By the clock alone, so that no camera is needed: two goes with a rest between. */
const STRETCHES: Programme = {
  id: uuidv7(),
  name: 'Stretches at night',
  blocks: [
    { ...usualBlock('calf-board-stretch', 'main'), sets: 1, target: { goMs: 5000 }, restMs: 60_000 },
    { ...usualBlock('long-exhale', 'cool-down'), target: { goMs: 15_000 } },
  ],
};
const PERSON: Partial<Settings> = {
  ...{ programmes: [STRETCHES], equipment: ['wall', 'step'], goals: ['running'], soreSide: 'left' },
  ...{ minutesAtHand: '20', birthYear: 1987, sex: 'female', breaks: ANY_TIME },
};

/** Someone's two months, up to last night, and their desk breaks. */
export function twoMonths(store: HistoryStore, breaks: BreakStore): void {
  threeWeeksOfBreaks(breaks);
  const now = new Date();
  const [ana] = PEOPLE;
  if (ana) seedPerson(store, ana, new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime());
}

const LOG = [
  'Date;Exercise;Leg;Sets;Reps;Weight',
  ...['3.2.2025;Single calf raise;L;3;12;', '3.2.2025;Single calf raise;R;3;11;', '5.2.2025;Glute bridge;;2;15;10 kg'],
  ...['31.2.2025;Glute bridge;;2;15;', '8.2.2025;Calf press;;3;10;60 kg'],
].join('\n');

/** An old log, before it is taken in. */
async function chooseLog(page: Page): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, text.data.choose)]);
  await chooser.setFiles({ name: 'old log.csv', mimeType: 'text/csv', buffer: Buffer.from(LOG) });
  await page.getByRole('heading', { name: text.data.log.title('old log.csv') }).scrollIntoViewIfNeeded();
}

const WELCOME: Tour = {
  name: 'welcome',
  app: { settings: { welcomed: false, redFlagsRead: false, personHeightCm: null } },
  stops: WELCOME_STEPS.map((step, i) => ({
    name: `welcome-${step}`,
    go: async (page: Page) => {
      const before = WELCOME_STEPS[i - 1];
      if (before) await press(page, nextAfter(before));
      await page.getByRole('heading', { name: text.welcome.steps[step].title }).waitFor();
    },
  })),
};

function nextAfter(step: (typeof WELCOME_STEPS)[number]): string {
  if (step === 'what') return text.welcome.begin;
  return step === 'stop' ? text.redFlags.read : text.welcome.next;
}

/** With nothing done yet. */
const EMPTY: Tour = {
  name: 'empty',
  app: {},
  stops: [
    { name: 'today', go: (page: Page) => page.getByRole('heading', { name: text.today.greeting }).waitFor() },
    open('ladder'),
    open('breaks'),
    open('checks'),
    open('programmes'),
    open('history'),
    {
      name: 'trends',
      go: async (page: Page) => {
        await openHistory(page, 'trends');
        await page.getByText(text.app.loading).waitFor({ state: 'hidden' });
      },
    },
    { name: 'sessions', go: (page: Page) => openHistory(page, 'sessions') },
  ].map((stop) => ({ ...stop, name: `${stop.name}-empty` })),
};

/** With two months behind them, and a session by the clock at the end. */
const FULL: Tour = {
  name: 'full',
  app: { past: twoMonths, settings: PERSON },
  stops: [
    { name: 'today', go: (page) => page.getByRole('heading', { name: text.today.greeting }).waitFor() },
    open('ladder'),
    open('breaks'),
    open('library'),
    {
      name: 'exercise',
      go: async (page) => {
        await press(page, text.exercise('calf-raise-eccentric').name);
        await page.getByRole('heading', { level: 1, name: text.exercise('calf-raise-eccentric').name }).waitFor();
      },
    },
    open('checks'),
    open('programmes'),
    { name: 'programme', go: (page) => press(page, text.programmes.editOf(STRETCHES.name)) },
    open('video'),
    open('history'),
    { name: 'trends', go: openTrends },
    { name: 'sessions', go: (page) => openHistory(page, 'sessions') },
    { name: 'session-past', go: openRep },
    { name: 'compare', go: compareTwo },
    { name: 'deleted', go: deleteOne },
    open('settings'),
    { name: 'log', go: chooseLog },
    {
      name: 'report',
      go: async (page) => {
        await press(page, text.report.open);
        await page.getByRole('article').waitFor();
      },
    },
    open('settings'),
    { name: 'when-to-stop', go: (page) => press(page, text.settings.showStop) },
    { name: 'get-ready', go: startStretches },
    { name: 'go', go: (page) => press(page, text.session.begin) },
    {
      name: 'rest',
      go: async (page) => {
        await page.getByRole('heading', { name: text.rest.title, exact: true }).waitFor();
        // The first rest is only a change of legs.
        await press(page, text.rest.startNow);
        await press(page, text.session.begin);
        await page.getByRole('heading', { name: text.rest.title, exact: true }).waitFor();
      },
    },
    { name: 'menu', go: (page) => press(page, text.session.menu) },
    { name: 'end', go: (page) => press(page, text.session.endSession) },
    {
      name: 'after-session',
      go: async (page) => {
        await press(page, text.summary.finish);
        await page.getByRole('heading', { name: text.today.greeting }).waitFor();
      },
    },
  ],
};

/** A desk break, from being called to the thanks: over another screen, on its own, and in a window of its own. */
const BREAK: Tour = {
  name: 'break',
  app: {
    past: (_, breaks) => sittingFor(breaks, 50),
    settings: { breaks: { ...ANY_TIME, dailyTargets: [{ exercise: 'calf-raise-double', times: 1 }] } },
  },
  stops: [
    {
      name: 'break-prompt',
      go: (page) => page.getByRole('region', { name: text.breaks.called.offered }).waitFor(),
    },
    { name: 'break-skip', go: (page) => press(page, text.breaks.skip) },
    { name: 'break', go: (page) => press(page, text.app.breaks) },
    {
      name: 'break-window',
      go: async (page) => {
        await page.setViewportSize({ width: 420, height: 560 });
        await page.evaluate(() => {
          location.hash = 'break';
        });
        await page.reload();
        await page.getByRole('heading', { name: text.breaks.called.offered }).waitFor();
      },
    },
    { name: 'break-later', go: (page) => press(page, text.breaks.later) },
    {
      name: 'break-thanks',
      go: async (page) => {
        await press(page, text.breaks.back);
        await press(page, text.breaks.done);
        await page.getByRole('heading', { name: text.breaks.thanks }).waitFor();
      },
    },
  ],
};

/** The manual, and from a sentence to what it means: here there is no camera. */
const HELP: Tour = {
  name: 'help',
  app: {},
  stops: [
    open('manual'),
    {
      name: 'manual-found',
      go: (page) => page.getByRole('searchbox', { name: text.manual.search }).fill('heel'),
    },
    {
      name: 'problem',
      go: async (page) => {
        await startSet(page, { exercise: 'calf-raise-double', reps: 5 });
        await page.getByText(text.problem['no-camera'].title).waitFor();
      },
    },
    {
      name: 'problem-explained',
      go: async (page) => {
        await press(page, text.manual.whatDoesThisMean);
        await page.getByRole('dialog', { name: text.problem['no-camera'].title }).waitFor();
      },
    },
  ],
};

export const TOURS: readonly Tour[] = [WELCOME, EMPTY, FULL, BREAK, HELP];

/** Before a camera whose lid is tilted too far: it stays as it is while it is looked at. */
const SETTING_UP: Tour = {
  name: 'set-up',
  app: { clip: FEET_OUT },
  stops: [
    {
      name: 'set-up',
      go: async (page) => {
        await startSet(page, { exercise: 'calf-raise-double', reps: 8 });
        await page.getByText(text.setup.instruction['show-feet']).waitFor();
      },
    },
  ],
};

/** A counted set to its end. */
const COUNTING: Tour = {
  name: 'counting',
  app: { clip: EIGHT_DOUBLES },
  stops: [
    {
      name: 'counting',
      go: async (page) => {
        await startSet(page, { exercise: 'calf-raise-double', reps: 8 });
        await page.locator('.count').getByText('5', { exact: true }).waitFor();
      },
    },
    { name: 'set-done', go: (page) => page.getByRole('heading', { name: text.summary.title.finished }).waitFor() },
  ],
};

/** Before a camera, which wants clips to be drawn first. */
export const CAMERA_TOURS: readonly Tour[] = [SETTING_UP, COUNTING];

async function openTrends(page: Page): Promise<void> {
  await openHistory(page, 'trends');
  await page.locator('.chart-picture').first().waitFor();
  await page.locator('.chart-figures summary').first().click();
  await page.evaluate(() => scrollTo(0, 0));
}

/** A session of the past, with a rep chosen and its set being corrected. */
async function openRep(page: Page): Promise<void> {
  await openLatestSession(page);
  await page.locator('.timeline-rep').nth(2).click();
  await press(page, text.sessions.correctOf(1));
}

async function compareTwo(page: Page): Promise<void> {
  await press(page, text.sessions.compareWith);
  await page.locator('.session-item').nth(1).getByRole('button').click();
  await page.locator('.compare-table').waitFor();
}

async function deleteOne(page: Page): Promise<void> {
  await openLatestSession(page);
  await press(page, text.sessions.delete);
  await press(page, text.sessions.deleteConfirm);
  await press(page, text.sessions.deletedList);
  await page.locator('.session-item').waitFor();
}

async function startStretches(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await press(page, text.app.programmes);
  await press(page, text.blocks.startOf(STRETCHES.name));
  await page.getByRole('button', { name: text.session.begin }).waitFor();
}
