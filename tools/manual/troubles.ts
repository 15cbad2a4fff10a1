import { readLaunch } from '../../electron/launch.ts';
import { TRAY_WORDS } from '../../electron/trayMenu.ts';
import { UNKNOWN } from '../../renderer/help/places.ts';
import { text } from '../../renderer/messages/en.ts';
import type { Problem } from '../../renderer/messages/problem.ts';
import { REFUSALS, type Refusal, type RefusalCode } from '../../shared/history/importing.ts';
import { TRANSFER_PROBLEMS } from '../../shared/history/transfer.ts';
import { PAGE_LOST } from '../../shared/window/windowWords.ts';

/** Everything the app says when something is not right, as the manual's chapter on it is arranged. */
export interface TroubleGroup {
  readonly title: string;
  /** Problems, or sentences that say everything, by where they stand in the catalogue of texts. */
  readonly sentences: Readonly<Record<string, Problem | string>>;
}

/**
 * What is said in the terminal, as it stands there: before anything is installed nobody can read it off a catalogue. The
 * test of the chapter looks that each of them is still said.
 */
const TERMINAL = {
  node: 'Soleus needs Node … or newer; this is …. Get it from https://nodejs.org and start again.',
  packages: 'The packages could not be installed. Is the network there?',
  'node-missing':
    'Node 24 could not be fetched for this machine. If the network is there, npm has none for it: get it from https://nodejs.org and start again.',
  models: 'The pose models could not be made.',
  build: 'The build failed.',
  window: 'No desktop window, because …. Soleus opens in your browser instead.',
  'port-given': '--port is …; it must be a whole number from 0 to 65535.',
  'port-taken': 'Port … is taken by another program. Choose another one with --port.',
  'port-other': 'Port … is taken by another program, so this is port …: the browser may ask for the camera again.',
  'ports-taken': 'The ports … to … are taken. Choose one with --port.',
};

export const TROUBLES: readonly TroubleGroup[] = [
  { title: 'The camera and the pose model', sentences: under('problem', text.problem) },
  {
    title: 'Before the first rep',
    sentences: { ...under('setup.instruction', text.setup.instruction), 'setup.tooFewDrawn': text.setup.tooFewDrawn },
  },
  {
    title: 'In a session',
    sentences: {
      'session.away': text.session.away,
      'session.noFrames': text.session.noFrames,
      'session.refused': text.session.refused,
      'session.soundBlocked': text.session.soundBlocked,
      'session.swapNone': text.session.swapNone,
      'summary.nothing': text.summary.nothing,
      'summary.notSaved': text.summary.notSaved,
    },
  },
  {
    title: 'Today, the ladder and programmes',
    sentences: {
      ...under('today.unfinishedClose', text.today.unfinishedClose),
      'today.notKept': text.today.notKept,
      'ladder.future': text.ladder.future(UNKNOWN),
      'library.closed': text.library.closed,
      'blocks.closed': text.blocks.closed,
      'blocks.cannotStart': text.blocks.cannotStart([UNKNOWN]),
    },
  },
  {
    title: 'Breaks',
    sentences: {
      'breaks.failed': text.breaks.failed,
      ...under('breaks.why', text.breaks.why),
      ...under('breaks.knows.unknown', text.breaks.knows.unknown),
      'breaks.notice.denied': text.breaks.notice.denied,
      'breaks.notice.missing': text.breaks.notice.missing,
      'tray.unreadable': TRAY_WORDS.unreadable,
    },
  },
  {
    title: 'Videos',
    sentences: {
      ...under('videoProblem', text.videoProblem),
      'video.noReps': text.video.noReps,
      'video.endsEarly': text.video.endsEarly(UNKNOWN, UNKNOWN),
    },
  },
  {
    title: 'Your history and your settings',
    sentences: {
      ...under('callError', text.callError),
      ...under('notice', {
        'history-set-aside': text.notice['history-set-aside'](UNKNOWN),
        'history-gone': text.notice['history-gone'](UNKNOWN),
        'history-put-back': text.notice['history-put-back'](UNKNOWN),
        'settings-set-aside': text.notice['settings-set-aside'](UNKNOWN),
        'settings-unreadable': text.notice['settings-unreadable'](UNKNOWN),
        'backup-folder-away': text.notice['backup-folder-away'](UNKNOWN),
      }),
      ...under('backups.folderProblem', text.backups.folderProblem),
      ...under('backups.failure', text.backups.failure),
      'recovery.title': text.recovery.title,
      'recovery.goneTitle': text.recovery.goneTitle,
      'window.pageLost': PAGE_LOST,
      'settings.notSaved': text.settings.notSaved,
      'welcome.notSaved': text.welcome.notSaved,
      'welcome.notSavedAtEnd': text.welcome.notSavedAtEnd,
      'sessions.isDeleted': text.sessions.isDeleted,
      'sessions.gone': text.sessions.gone,
    },
  },
  {
    title: 'Out and in',
    sentences: {
      ...under('data.refused', Object.fromEntries(REFUSALS.map((code) => [code, text.data.refused(refusal(code))]))),
      ...under('data.failed', Object.fromEntries(TRANSFER_PROBLEMS.map((code) => [code, text.data.failed(code)]))),
      ...under('data.logProblem', text.data.logProblem),
      'data.log.problems': {
        title: text.data.log.problems(2).replace('2', UNKNOWN),
        advice: Object.values(text.data.log.rowProblem)
          .map((say) => say(UNKNOWN))
          .join(' '),
      },
    },
  },
  {
    title: 'Help, diagnostics and updates',
    sentences: {
      'manual.unavailable': text.manual.unavailable,
      'diagnostics.notCopied': text.diagnostics.notCopied,
      'updates.failed': text.updates.failed(UNKNOWN),
    },
  },
  {
    title: 'When Soleus does not start',
    sentences: {
      'launch.problem': readLaunch(['--pause-breaks=7']).problem ?? '',
      ...under('terminal', TERMINAL),
    },
  },
];

function refusal(code: RefusalCode): Refusal {
  return { code, place: { part: null, n: null, id: null, line: null }, detail: '' };
}

function under<Sentence>(path: string, sentences: Readonly<Record<string, Sentence>>): Record<string, Sentence> {
  return Object.fromEntries(Object.entries(sentences).map(([code, sentence]) => [`${path}.${code}`, sentence]));
}
