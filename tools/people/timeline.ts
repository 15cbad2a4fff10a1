import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import type { Ladder } from '../../shared/progression/ladder.ts';
import type { Note, PlannedItem, Reason } from '../../shared/progression/plannedSession.ts';
import { loadsCalves } from '../../shared/progression/trainingHistory.ts';
import type { SimulatedDay, SimulatedPerson, SimulatedSet } from './simulate.ts';

/** The two months of each, a line for each day on which the app was open, in Markdown. */
export function peopleReport(people: readonly SimulatedPerson[]): string {
  return `# Two months of three people

Written by \`npm run simulate:people -- --write\`: each day the planner is asked, a body of known strength and known limits
does what it says, and the answers go back through the real ladder (\`tools/people/\`). Reasons and notes are the codes that
the screens turn into words; \`4 d\` means not done for four days. What loads the calves is bold, and its reps stand under *done*
with the legs L and R. *Next day* is about the session before. Unless something else is said, it felt the same.

${people.map(sectionOf).join('\n\n')}
`;
}

function sectionOf({ person, days }: SimulatedPerson): string {
  return [
    `## ${person.name} ${person.about}`,
    '| day | planned, and why | done and said | ladder |',
    '|---|---|---|---|',
    ...days.map((day, i) => {
      const changes = changesText(days[i - 1]?.after ?? day.before, day.after);
      return `| ${day.day} | ${plannedText(day)} | ${doneText(day)} | ${changes} |`;
    }),
  ].join('\n');
}

/** How it went, in one line. */
export function summaryOf({ person, days }: SimulatedPerson): string {
  const loaded = days.filter(({ sets }) => sets.some(({ task }) => loadsCalves(task.exercise))).length;
  const last = days.at(-1)?.after;
  const setbacks = last?.setbacks.length ?? 0;
  const therapist = days.find(({ planned }) => planned.notes.some(({ code }) => code === 'see-therapist'));
  return [
    `${person.name}: ${days.length} sessions, ${loaded} of them with strength`,
    `ends at ${last?.current}`,
    `${setbacks} step${setbacks === 1 ? '' : 's'} back`,
    therapist ? `sent to a therapist on day ${therapist.day}` : 'never sent to a therapist',
  ].join(', ');
}

function plannedText({ planned }: SimulatedDay): string {
  const minutes = Math.round(planned.estimatedMs / 60_000);
  const notes = planned.notes.map(noteText).join(', ');
  return `${minutes} min${notes && `, *${notes}*`}: ${planned.items.map(itemText).join(' · ')}`;
}

function itemText({ block, reasons }: PlannedItem): string {
  const { exercise, sets, target, sides } = block;
  if (block.part === 'warm-up' && reasons.some(({ code }) => code === 'warm-up')) return 'warm-up';
  const side = sides.length === 1 && sides[0] !== 'both' ? ` ${sides[0]}` : '';
  const why = reasons.filter(({ code }) => code !== 'sore-side-first').map(reasonText);
  const name = `${nameOf(exercise)}${side}`;
  if (!loadsCalves(exercise)) return `${name} (${why.join(', ')})`;
  return `**${name} ${sets}×${'reps' in target ? target.reps : 1}** (${why.join(', ')})`;
}

function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'gate-progress':
      return `${reason.have}/${reason.need} for ${nameOf(reason.next)}`;
    case 'five-count-for-hops':
      return `five-count ${reason.have}/${reason.need}`;
    case 'not-since':
      return `${reason.days} d`;
    case 'never-done':
      return 'new';
    case 'goal':
      return reason.goal;
    case 'per-week':
      return `${reason.have} of ${reason.least} this week`;
    case 'first-hops':
      return `first-hops: ${reason.landings} landings`;
    case 'takes-turns':
      return `in turn with ${nameOf(reason.other)}`;
    case 'after-pause':
      return `after-pause ${reason.days} d`;
    default:
      return reason.code;
  }
}

function noteText(note: Note): string {
  switch (note.code) {
    case 'rest-day':
      return `rest: ${note.because}`;
    case 'gentle-day':
      return `gentle: ${note.cause}`;
    case 'welcome-back':
      return `welcome-back after ${note.days} d`;
    case 'equipment-missing':
      return `equipment-missing for ${nameOf(note.exercise)}`;
    case 'pain-red-flags':
      return `pain-red-flags ${note.pain}`;
    default:
      return note.code;
  }
}

/** The strength that was done, and what was said of it beyond "all well". */
function doneText({ sets, planned, feel, nextDay }: SimulatedDay): string {
  const loads = sets.filter(({ task }) => loadsCalves(task.exercise));
  const blocks = new Set(sets.map(({ task }) => task.block)).size;
  const ended = blocks < planned.items.length ? [`ended after ${blocks} of ${planned.items.length}`] : [];
  return [
    ...(nextDay === null || nextDay === 'same' ? [] : [`**next day ${nextDay}**`]),
    ...[...new Set(loads.map(({ task }) => task.exercise))].map((exercise) => repsText(exercise, loads)),
    ...ended,
    ...(feel === null ? ['no answers'] : [...saidOf(loads), ...(feel === 'same' ? [] : [`after ${feel}`])]),
  ].join(', ');
}

function repsText(exercise: CatalogueId, sets: readonly SimulatedSet[]): string {
  const own = sets.filter(({ task }) => task.exercise === exercise);
  const bySide = (['both', 'left', 'right'] as const).flatMap((side) => {
    const reps = own.filter(({ task }) => task.side === side).map((set) => set.reps);
    return reps.length === 0 ? [] : [`${side === 'both' ? '' : `${side === 'left' ? 'L' : 'R'} `}${reps.join(' ')}`];
  });
  return `${nameOf(exercise)} ${bySide.join(' ')}`;
}

function saidOf(sets: readonly SimulatedSet[]): string[] {
  const pain = Math.max(0, ...sets.map(({ said }) => said.pain ?? 0));
  return [
    ...(sets.some(({ said }) => said.fatigue === 'a-lot') ? ['much fatigue'] : []),
    ...(pain > 0 ? [`pain ${pain}`] : []),
    ...(sets.some(({ said }) => said.cramp) ? ['cramp'] : []),
  ];
}

/** What has changed on the ladder from one moment to a later one. */
function changesText(from: Ladder, to: Ladder): string {
  const back = to.setbacks.slice(from.setbacks.length).map((setback) => {
    const why = setback.pain === null ? setback.cause : `pain ${setback.pain}`;
    return `**back to ${nameOf(setback.to)}** (${why})`;
  });
  const isNew = to.lastOpened && to.lastOpened.atMs !== from.lastOpened?.atMs;
  const opened = isNew ? [`**opens ${nameOf(to.lastOpened.rung)}**`] : [];
  const earned = to.rungs
    .filter((view, i) => view.earned.length > (from.rungs[i]?.earned.length ?? 0))
    .map(({ rung }) => `earned ${nameOf(rung)}`);
  const { have, need } = to.hops.fiveCount;
  const fiveCount = have > from.hops.fiveCount.have ? [`five-count ${have}/${need}`] : [];
  return [...opened, ...back, ...earned, ...fiveCount].join(', ');
}

function nameOf(exercise: CatalogueId): string {
  return exercise.replace('calf-raise-', '');
}
