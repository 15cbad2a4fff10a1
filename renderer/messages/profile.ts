import type { Equipment } from '../../shared/exercises/catalogue.ts';
import { COACHING_RULES } from '../../shared/session/coaching.ts';
import type { Coaching, Goal, MinutesAtHand, Settings } from '../../shared/settings/settings.ts';
import { formatBodyHeight } from './units.ts';

interface Named {
  readonly label: string;
  readonly hint: string;
}

/** What Soleus asks about the person: in the welcome, and in the settings. */
export const PROFILE = {
  height: 'Your height',
  heightUnit: 'cm',
  heightFeet: 'Your height, feet',
  heightInches: 'and inches',
  heightRange: (leastCm: number, mostCm: number) =>
    `Your height must be between ${formatBodyHeight(leastCm)} and ${formatBodyHeight(mostCm)}.`,
  heightHint: 'Only used to estimate how high you rise.',
  birthYear: 'Year of birth (optional)',
  birthYearHint: 'Four figures, such as 1984.',
  sex: 'Sex (optional)',
  sexes: { female: 'Female', male: 'Male', unsaid: 'Not said' } satisfies Record<
    NonNullable<Settings['sex']> | 'unsaid',
    string
  >,
  normsHint: 'Both only to compare one check, the heel rises, with people like you. Leave them out if you like.',
  soreSide: 'Which calf is stiff or sore?',
  soreSides: { none: 'Neither', left: 'The left', right: 'The right', both: 'Both' } satisfies Record<
    NonNullable<Settings['soreSide']>,
    string
  >,
  equipment: 'What do you have at hand?',
  equipments: {
    wall: { label: 'A wall', hint: 'To touch and to lean on' },
    step: { label: 'A step', hint: 'A stair with something to hold on to' },
    'decline-board': { label: 'A decline board', hint: 'A wedge that tilts your foot' },
    band: { label: 'A band', hint: 'A strong loop of rubber' },
    roller: { label: 'A foam roller', hint: 'To roll out the calf' },
  } satisfies Record<Equipment, Named>,
  goals: 'What is it for?',
  goal: {
    'stiff-calves': { label: 'Stiff calves', hint: 'Stronger calves and looser ankles' },
    'desk-back': { label: 'My back at the desk', hint: 'Hips, trunk, and getting up now and then' },
    running: { label: 'Running', hint: 'From calf raises to hops' },
  } satisfies Record<Goal, Named>,
  coaching: 'How much Soleus says in a set',
  coachings: {
    little: { label: 'Little', hint: `Each fifth rep and the last three, and ${corrections('little')}.` },
    usual: { label: 'The usual', hint: `Every rep, and ${corrections('usual')}. Of hops each fifth.` },
    much: { label: 'Much', hint: `Every rep, and ${corrections('much')}. Of hops each fifth.` },
  } satisfies Record<Coaching, Named>,
  handPauses: 'A raised hand pauses',
  handPausesHint: 'Hold one hand above your head for a second to pause, and again to go on.',
  letterKeys: 'Single keys in a session',
  letterKeysHint: 'M, G, B, + and − without another key. Space, escape and clickers always work.',
  units: 'Lengths',
  unit: {
    auto: 'As usual where you are',
    metric: 'Centimetres',
    imperial: 'Feet and inches',
  } satisfies Record<Settings['units'], string>,
  minutes: 'Time at hand',
  minuteChoice: (minutes: MinutesAtHand) => `${minutes} min`,
};

function corrections(coaching: Coaching): string {
  const { mostInSet, silenceMs } = COACHING_RULES[coaching];
  return mostInSet === 1
    ? 'at most one correction in a set'
    : `at most ${mostInSet} corrections in a set, ${silenceMs / 1000} seconds apart`;
}
