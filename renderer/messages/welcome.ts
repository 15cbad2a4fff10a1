import { RED_FLAGS } from './redFlags.ts';
import { formatDistances } from './units.ts';

export const WELCOME_STEPS = ['what', 'you', 'side', 'equipment', 'goals', 'stop', 'first-set'] as const;
export type WelcomeStep = (typeof WELCOME_STEPS)[number];

/** The first two minutes, a question a screen. */
export const WELCOME = {
  label: 'Welcome',
  progress: (step: number, of: number) => `Step ${step} of ${of}`,
  skip: 'Skip for now',
  back: 'Back',
  next: 'Next',
  begin: 'Begin',
  steps: {
    what: {
      title: 'Welcome to Soleus',
      lead: 'Your coach for strong calves and a back that likes the desk.',
    },
    you: { title: 'How tall are you?', lead: 'You can leave out whatever you like, and say it later in the settings.' },
    side: { title: 'Which calf is stiff or sore?', lead: 'Soleus plans with it in mind.' },
    equipment: {
      title: 'What do you have at hand?',
      lead: 'Soleus plans only what you can do. A floor and a wall are enough to begin.',
    },
    goals: { title: 'What is it for?', lead: 'Choose as many as you like. Your plan leans that way.' },
    stop: { title: RED_FLAGS.title, lead: RED_FLAGS.lead },
    'first-set': {
      title: 'Your first set',
      lead: 'Five double calf raises: up on your toes, and slowly down again.',
    },
  } satisfies Record<WelcomeStep, { title: string; lead: string }>,
  what: [
    'Your camera sees you move. Soleus counts, times and speaks, so you can look away from the screen.',
    'It tells you what to do today, and lets you move on when you are ready, not before.',
    'Everything stays on this machine. No picture is stored, nothing is sent.',
  ],
  minutes: 'Seven short steps, about two minutes. You find them again in the settings.',
  demonstration: 'The demo athlete shows a double calf raise',
  readLater: 'Read it later',
  alreadyRead: 'You have read this.',
  firstSet: () => [
    `Put the screen where it can see all of you, feet too, and step back ${formatDistances(2, 4)}.`,
    'Soleus says when it sees you. Stand still for a moment, and it counts you in.',
  ],
  camera: 'Do a first set with the camera',
  athlete: 'Watch the demo athlete do it first',
  cameraHint: 'You may be asked for the camera first. It is off again when you leave.',
  athleteHint: 'No camera needed: Soleus counts a drawn person.',
  later: 'Later',
  notSaved: 'This could not be saved just now. Your answers are kept here while you go on.',
  notSavedAtEnd: 'Your answers could not be saved just now. Try again, or go on: you can give them in the settings.',
  tryAgain: 'Try again',
  goOn: 'Go on',
};
