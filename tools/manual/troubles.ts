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

/** In place of what is only known while it runs. */
const UNKNOWN = '…';

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
      'library.closed': text.library.closed,
      'blocks.closed': text.blocks.closed,
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
    },
  },
  {
    title: 'Videos',
    sentences: { ...under('videoProblem', text.videoProblem), 'video.noReps': text.video.noReps },
  },
  {
    title: 'Your history and your settings',
    sentences: {
      ...under('callError', text.callError),
      ...under('notice', {
        'history-set-aside': text.notice['history-set-aside'](UNKNOWN),
        'settings-set-aside': text.notice['settings-set-aside'](UNKNOWN),
        'settings-unreadable': text.notice['settings-unreadable'](UNKNOWN),
        'backup-folder-away': text.notice['backup-folder-away'](UNKNOWN),
      }),
      ...under('backups.folderProblem', text.backups.folderProblem),
      ...under('backups.failure', text.backups.failure),
      'recovery.title': text.recovery.title,
      'window.pageLost': PAGE_LOST,
      'settings.notSaved': text.settings.notSaved,
      'welcome.notSaved': text.welcome.notSaved,
    },
  },
  {
    title: 'Out and in',
    sentences: {
      ...under('data.refused', Object.fromEntries(REFUSALS.map((code) => [code, text.data.refused(refusal(code))]))),
      ...under('data.failed', Object.fromEntries(TRANSFER_PROBLEMS.map((code) => [code, text.data.failed(code)]))),
      ...under('data.logProblem', text.data.logProblem),
    },
  },
];

function refusal(code: RefusalCode): Refusal {
  return { code, place: { part: null, n: null, id: null, line: null }, detail: '' };
}

function under<Sentence>(path: string, sentences: Readonly<Record<string, Sentence>>): Record<string, Sentence> {
  return Object.fromEntries(Object.entries(sentences).map(([code, sentence]) => [`${path}.${code}`, sentence]));
}
