import { type Problem, text } from '../../renderer/messages/en.ts';

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
  { title: 'Before the first rep', sentences: under('setup.instruction', text.setup.instruction) },
  {
    title: 'In a session',
    sentences: {
      'session.away': text.session.away,
      'session.noFrames': text.session.noFrames,
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
      }),
      'settings.notSaved': text.settings.notSaved,
      'welcome.notSaved': text.welcome.notSaved,
    },
  },
];

function under<Sentence>(path: string, sentences: Readonly<Record<string, Sentence>>): Record<string, Sentence> {
  return Object.fromEntries(Object.entries(sentences).map(([code, sentence]) => [`${path}.${code}`, sentence]));
}
