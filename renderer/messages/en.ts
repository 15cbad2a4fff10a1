import type { ErrorCode, Notice } from '../../shared/contract/contract.ts';
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
import type { Problem } from './problem.ts';
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

export type ScreenProblem =
  | 'no-camera'
  | 'permission-denied'
  | 'camera-in-use'
  | 'camera-failed'
  | 'camera-unplugged'
  | 'model-missing'
  | 'model-damaged'
  | 'no-webgl2'
  | 'pose-failed';

export type VideoScreenProblem =
  | 'no-webcodecs'
  | 'empty-file'
  | 'too-large'
  | 'too-long'
  | 'not-a-video'
  | 'no-picture'
  | 'unknown-codec'
  | 'damaged'
  | 'unreadable'
  | 'nobody-seen';

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

  problem: {
    'no-camera': {
      title: 'No camera was found',
      advice: 'Plug one in and try again, or let the demo athlete show you around.',
    },
    'permission-denied': {
      title: 'Soleus may not use the camera',
      advice: 'Allow it beside the address bar, or in your system’s privacy settings, and try again.',
      adviceInApp: 'Allow it in your system’s privacy settings, and try again.',
    },
    'camera-in-use': {
      title: 'Another program is using the camera',
      advice: 'Close it – a video call, perhaps – and try again. On Windows, a privacy switch can look like this too.',
    },
    'camera-failed': {
      title: 'The camera could not be opened',
      advice: 'Unplug it and plug it in again, or choose another one in the settings.',
    },
    'camera-unplugged': {
      title: 'The camera was unplugged',
      advice: 'Your count is kept. Plug it in again and try again.',
    },
    'model-missing': {
      title: 'The pose model is missing',
      advice: 'Start Soleus again with npm start: it makes the model. Your history is safe.',
      adviceInApp: 'Install Soleus again. Your history is safe.',
    },
    'model-damaged': {
      title: 'The pose model is damaged',
      advice:
        'Delete the folder “out” and start Soleus again with npm start: it makes the model anew. Your history is safe.',
      adviceInApp: 'Install Soleus again. Your history is safe.',
    },
    'no-webgl2': {
      title: 'This machine cannot show the picture to the pose model',
      advice:
        'WebGL 2 is off or missing. Turn on hardware acceleration in your browser’s settings, or update the graphics driver.',
      adviceInApp: 'WebGL 2 is off or missing. Update the graphics driver, and open Soleus again.',
    },
    'pose-failed': {
      title: 'The pose model stopped working',
      advice: 'Your count is kept. Try again; if it comes back, choose “Processor” in the settings.',
    },
  } satisfies Record<ScreenProblem, Problem>,

  videoProblem: {
    'no-webcodecs': {
      title: 'This browser cannot take videos apart',
      advice: 'It lacks WebCodecs. Open Soleus in a current Chrome, Edge or Chromium, or in its own window.',
    },
    'empty-file': { title: 'This file is empty', advice: 'Copy it from your camera once more, or choose another one.' },
    'too-large': {
      title: 'This file is larger than 4 GB',
      advice: 'Cut out the part with your set, or save it in a smaller size, and choose that one.',
    },
    'too-long': {
      title: 'This video is longer than an hour',
      advice: 'Cut out the part with your set and choose that one.',
    },
    'not-a-video': {
      title: 'This is not a video that Soleus can read',
      advice: 'It takes mp4 and webm, whatever the file is called. If it is a video of another kind, save it as mp4.',
    },
    'no-picture': { title: 'There is no picture in this file', advice: 'It may hold only sound. Choose another one.' },
    'unknown-codec': {
      title: 'The pictures in this video are packed in a way that this machine cannot unpack',
      advice: 'Save it as mp4 with H.264, or as webm with VP9, and choose that one.',
    },
    damaged: {
      title: 'This video is damaged',
      advice: 'Not one picture of it could be read. Copy it from your camera once more, or choose another one.',
    },
    unreadable: {
      title: 'This file cannot be read',
      advice: 'It was moved, or Soleus may not read it. Choose it again.',
    },
    'nobody-seen': {
      title: 'Nobody was seen in this video',
      advice: 'All of you should be in the picture, in good light, upright. Choose another recording.',
    },
  } satisfies Record<VideoScreenProblem, Problem>,

  callError: {
    'bad-request': {
      title: 'That did not work',
      advice: 'This is a fault of Soleus, and it was not done. What was saved is safe.',
    },
    'history-locked': {
      title: 'Another Soleus is using your history',
      advice: 'It is open in another window or program. Close that one and try again. Nothing was lost.',
    },
    'history-unwritable': {
      title: 'Your history cannot be written',
      advice:
        'Soleus may not write in its folder, or the disk is not there. See Settings for the folder, and try again.',
    },
    'history-newer': {
      title: 'Your history comes from a newer Soleus',
      advice: 'Update this one. Your history was not touched.',
    },
    'disk-full': {
      title: 'The disk is full',
      advice: 'Make some room and try again. What was counted so far is kept.',
    },
    busy: {
      title: 'Something is going out or coming in already',
      advice: 'Wait until it is done, or cancel it in Settings under “Your data”.',
    },
    'trace-invalid': { title: 'The trace could not be kept', advice: 'It is not a whole trace.' },
    'backup-folder': {
      title: 'Backups cannot go into this folder',
      advice: 'It has to be there, and Soleus has to be allowed to write in it. Backups go where they went before.',
    },
    'backup-unusable': {
      title: 'This backup cannot be used',
      advice: 'It is damaged, or from a newer Soleus. Your history was not touched; choose another one.',
    },
    'not-connected': {
      title: 'Soleus does not answer here',
      advice:
        'It has ended, or this address was used already. Run npm start: it prints a fresh one. What was saved is safe.',
      adviceInApp: 'Close Soleus and open it again. What was saved is safe.',
    },
    internal: {
      title: 'Something went wrong',
      advice: 'This is a fault of Soleus. Try again; what was saved is safe.',
    },
  } satisfies Record<ErrorCode, Problem>,

  notice: {
    'history-set-aside': (path: string) =>
      `Your history file was damaged. It was put aside, not deleted, in ${path}, and a new one was begun with what could be read.`,
    'history-gone': (path: string) =>
      `Your history file is not in ${path} any more. A new one was begun; its backups are still there.`,
    'history-put-back': (path: string) =>
      `Your history file was removed or replaced while Soleus ran. All that was counted was written again, into ${path}.`,
    'settings-set-aside': (path: string) =>
      `Your settings could not be read. They were put aside in ${path}; the usual ones are in use.`,
    'settings-unreadable': (path: string) =>
      `Your settings in ${path} cannot be read or put aside; the usual ones are in use. Nothing was deleted.`,
    'backup-folder-away': (path: string) =>
      `Backups cannot go into ${path} just now. Until they can, they go beside your history. Settings, “Backups”, says more.`,
  } satisfies Record<Notice['code'], (path: string) => string>,
};
