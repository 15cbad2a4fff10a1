import type { ErrorCode, Notice } from '../../shared/contract/contract.ts';

/** A problem: what happened, and what to do. */
export interface Problem {
  readonly title: string;
  readonly advice: string;
  /** What to do where Soleus has a window of its own, if that is something else than in a browser. */
  readonly adviceInApp?: string;
}

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

/** Why nobody is seen, or cannot be counted. */
export const PROBLEM = {
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
} satisfies Record<ScreenProblem, Problem>;

/** Why a recording cannot be analysed. */
export const VIDEO_PROBLEM = {
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
} satisfies Record<VideoScreenProblem, Problem>;

/** Why the services did not do what was asked. */
export const CALL_ERROR = {
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
    advice: 'Soleus may not write in its folder, or the disk is not there. See Settings for the folder, and try again.',
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
} satisfies Record<ErrorCode, Problem>;

/** What happened to a file, which lies there. */
export const NOTICE = {
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
} satisfies Record<Notice['code'], (path: string) => string>;
