import type { Family } from '../../shared/exercises/catalogue.ts';
import type { CatalogueId, HopDirection, Side } from '../../shared/exercises/exerciseIds.ts';
import { EXERCISE_WORDS } from '../../shared/exercises/words.ts';
import type { AttemptReason, Fault } from '../../shared/motion/events.ts';
import { backupsText } from './backups.ts';
import { breakSettingsText } from './breakSettings.ts';
import { breaksText } from './breaks.ts';
import { chartsText } from './charts.ts';
import { checksText } from './checks.ts';
import { dataText } from './data.ts';
import { diagnosticsText } from './diagnostics.ts';
import { piecesOf } from './equipment.ts';
import { FAMILY, SECTION, SIDE } from './exercises.ts';
import { historyText } from './history.ts';
import { ladderText, verdictText } from './ladder.ts';
import { libraryText } from './library.ts';
import { manualText } from './manual.ts';
import { planText } from './plan.ts';
import { CALL_ERROR, NOTICE, PROBLEM, VIDEO_PROBLEM } from './problem.ts';
import { PROFILE } from './profile.ts';
import { BLOCKS, PROGRAMMES } from './programmes.ts';
import { recoveryText } from './recovery.ts';
import { RED_FLAGS } from './redFlags.ts';
import { reportText } from './report.ts';
import { sessionText } from './session.ts';
import { sessionsText } from './sessions.ts';
import { todayText } from './today.ts';
import { trendsText } from './trends.ts';
import { formatBodyHeight } from './units.ts';
import { WELCOME } from './welcome.ts';

/** Every sentence that the app shows, in one place, ready for other languages. Short, plain, kind; says what to do next. */

export const text = {
  app: {
    name: 'Soleus',
    today: 'Today',
    ladder: 'Ladder',
    breaks: 'Breaks',
    checks: 'Checks',
    library: 'Library',
    video: 'Video',
    programmes: 'Programmes',
    history: 'History',
    manual: 'Manual',
    settings: 'Settings',
    report: 'Report',
    loading: 'One moment …',
  },
  exercise: (id: CatalogueId) => EXERCISE_WORDS[id],
  family: (family: Family) => FAMILY[family],
  section: SECTION,
  pieces: piecesOf,
  side: (side: Side) => SIDE[side],
  sideOfBody: (side: Side) => (side === 'both' ? 'both legs' : `${SIDE[side]} leg`),
  repCount: (n: number) => (n === 1 ? '1 rep' : `${n} reps`),
  reps: {
    columns: {
      rep: 'Rep',
      side: 'Leg',
      raise: 'Up',
      lift: 'Up',
      forward: 'Forward',
      hold: 'Hold',
      held: 'Held',
      lower: 'Down',
      back: 'Back',
      height: 'Rise',
      hip: 'Hip at the top',
      flight: 'In the air',
      contact: 'On the floor',
      direction: 'Direction',
      note: 'Note',
    },
    unknown: '–',
    lost: 'out of the picture',
  },
  direction: { forward: 'forward', back: 'back', left: 'left', right: 'right' } satisfies Record<HopDirection, string>,

  welcome: WELCOME,
  profile: PROFILE,
  redFlags: RED_FLAGS,
  blocks: BLOCKS,
  programmes: PROGRAMMES,
  today: todayText,
  ladder: ladderText,
  verdict: verdictText,
  checks: checksText,
  charts: chartsText,
  trends: trendsText,
  breaks: breaksText,
  breakSettings: breakSettingsText,
  backups: backupsText,
  recovery: recoveryText,
  data: dataText,
  report: reportText,
  diagnostics: diagnosticsText,
  ...planText,
  ...sessionText,

  library: libraryText,
  manual: manualText,

  history: historyText,
  sessions: sessionsText,

  video: {
    title: 'Count a video',
    lead: 'Choose a recording of a set. Soleus looks at every picture of it and counts, on this machine alone.',
    drop: 'Drop an mp4 or webm here',
    chosen: (name: string) => `Chosen: ${name}`,
    choose: 'Choose a file',
    chooseOther: 'Choose another file',
    dropHint: 'One person, wholly in the picture, with a moment of standing still before the first rep. Up to an hour.',
    exercise: 'Exercise',
    side: 'Working leg',
    sides: { left: 'Left', right: 'Right', both: 'Both' } satisfies Record<Side, string>,
    height: (cm: number) => `It is me: use my height, ${formatBodyHeight(cm)}`,
    heightMissing: 'With your height in the settings, Soleus can show about how high you rise.',
    analyse: 'Analyse',
    analysing: (name: string) => `Counting ${name}`,
    opening: 'Opening the video and the pose model …',
    progress: 'Progress',
    place: (at: string, of: string) => `${at} of ${of}`,
    frames: (n: number) => (n === 1 ? '1 picture' : `${n} pictures`),
    left: (about: string) => `${about} left`,
    soFar: 'so far',
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing was kept.',
    done: (reps: string) => `Done: ${reps}.`,
    noReps: 'No reps were seen in this video.',
    noRepsHint: 'Is it the right exercise? Soleus counts once you stand still, wholly in the picture, feet too.',
    endsEarly: (at: string, of: string) =>
      `The file is damaged or cut off: it could be read up to ${at} of ${of}. What was counted up to there is kept.`,
    attempts: 'Not counted',
    attempt: (at: string, why: string) => `${at}: ${why}`,
    tracking: 'How well you were seen',
    seen: (share: string, frames: number) => `In ${share} of ${frames} pictures`,
    lost: (duration: string) => `Out of sight for ${duration}`,
    neverLost: 'Never out of sight',
    rate: (fps: string) => `${fps} pictures a second`,
    save: 'Save to history',
    saved: 'It is in your history.',
    showHistory: 'Show the history',
    saveTrace: 'Save trace',
    traceHint: 'The trace holds points and times, no picture.',
    another: 'Analyse another',
  },

  settings: {
    title: 'Settings',
    training: 'You and your training',
    machine: 'This machine',
    you: 'You',
    equipment: 'Equipment',
    goals: 'Goals',
    coaching: 'Coaching',
    stop: 'When to stop',
    stopHint: 'Signs to take seriously, and whom to call.',
    showStop: 'Read when to stop',
    welcome: 'Welcome',
    welcomeHint: 'The first questions again, and a first set.',
    showWelcome: 'Go through the welcome again',
    camera: 'Camera',
    cameraInUse: 'The one to use',
    cameraDefault: 'The system’s choice',
    cameraHint: 'Names appear once the camera has been allowed.',
    allowCamera: 'Look for cameras',
    cameraOff: 'Camera off between sets',
    cameraOffHint:
      'In rests, and while a clock leads, it is off, and its light with it. It takes a moment to come back, and sees no raised hand meanwhile.',
    cameraLight:
      'Most cameras have a light: it is on while Soleus looks, and off once all sets are done. Each picture is looked at and forgotten; none is kept.',
    sound: 'Sound',
    voice: 'Voice',
    voiceVolume: 'Voice volume',
    tones: 'Tones',
    toneVolume: 'Tone volume',
    listen: 'Listen',
    seeing: 'Seeing',
    model: 'Pose model',
    models: { auto: 'Automatic', lite: 'Lite, faster', full: 'Full, steadier' },
    delegate: 'Runs on',
    delegates: { auto: 'Automatic', CPU: 'Processor', GPU: 'Graphics card' },
    measured: (model: string, delegate: string, ms: number) =>
      `Measured on this machine: ${model} on the ${delegate === 'CPU' ? 'processor' : 'graphics card'}, about ${Math.round(ms)} ms a picture.`,
    notMeasured: 'Measured at the start of your next set.',
    measureAgain: 'Measure again',
    data: 'Where your data is',
    dataHint: (folder: string) => `Everything Soleus keeps is in ${folder}`,
    notSaved: 'This could not be saved just now. It is kept here, and saved with your next change.',
    tryAgain: 'Try again',
  },
  updates: {
    title: 'Version and updates',
    version: (version: string) => `This is Soleus ${version}.`,
    never: 'It never looks for a newer version by itself: it asks nobody anything.',
    page: 'Newer versions are on its page, with what has changed. Install one over this one: your history and settings stay.',
    look: 'Look for a newer version',
    opens: (page: string) => `Opens ${page} in your browser.`,
    failed: (page: string) => `Your browser could not be opened. The address is ${page}`,
    sources:
      'It runs from its sources. To update, fetch the newest ones with “git pull” and start it again with “npm start”. Your history and settings stay.',
  },

  fault: {
    'lowered-too-fast': 'lowered too fast',
    'lowered-too-slow': 'lowered too slowly',
    shallow: 'lower than usual',
    'knee-bent': 'knee bent',
    'hips-low': 'hips not stretched',
  } satisfies Record<Fault, string>,
  attempt: {
    'too-shallow': 'too small a movement',
    'heel-lifted': 'the heel came off the floor',
    'let-go': 'let go before the time was up',
    'not-lowered': 'not lowered before rising again',
  } satisfies Record<AttemptReason, string>,

  problem: PROBLEM,
  videoProblem: VIDEO_PROBLEM,
  callError: CALL_ERROR,
  notice: NOTICE,
};
