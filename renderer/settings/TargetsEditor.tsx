import { BREAK_LIMITS, type BreakSettings, breakSettingsSchema } from '../../shared/breaks/breakSettings.ts';
import { BREAK_EXERCISES, type BreakExercise } from '../../shared/breaks/places.ts';
import { problemOf } from '../../shared/settings/settings.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { NumberStepper } from '../ui/NumberStepper.tsx';
import { Picker } from '../ui/Picker.tsx';

type Targets = BreakSettings['dailyTargets'];

interface TargetsEditorProps {
  readonly targets: Targets;
  onChange(targets: Targets): void;
}

const [LEAST, MOST] = BREAK_LIMITS.timesADay;
const TIMES = breakSettingsSchema.shape.dailyTargets.element.shape.times;

/** What is to be done so and so often a day, each exercise once. */
export function TargetsEditor({ targets, onChange }: TargetsEditorProps) {
  const words = text.breakSettings;
  const free = BREAK_EXERCISES.filter((id) => !targets.some(({ exercise }) => exercise === id));
  const [next] = free;
  return (
    <div className="stack">
      <div>
        <h4 className="label">{words.targets}</h4>
        <p className="small soft">{words.targetsHint}</p>
      </div>
      {targets.length === 0 && <p className="soft">{words.noTargets}</p>}
      {targets.map((target, i) => {
        const { name } = text.exercise(target.exercise);
        const items = BREAK_EXERCISES.filter((id) => id === target.exercise || free.includes(id)).map((id) => ({
          id,
          label: text.exercise(id).name,
        }));
        return (
          <div key={target.exercise} className="target">
            <Picker
              label={words.targetExercise}
              items={items}
              value={target.exercise}
              onChange={(exercise) => onChange(targets.with(i, { ...target, exercise: exercise as BreakExercise }))}
            />
            <NumberStepper
              label={words.targetTimes}
              value={target.times}
              least={LEAST}
              most={MOST}
              problem={(times) => problemOf(TIMES, times)}
              onChange={(times) => onChange(targets.with(i, { ...target, times }))}
            />
            <Button
              look="quiet"
              aria-label={words.removeTarget(name)}
              onPress={() => onChange(targets.toSpliced(i, 1))}
            >
              ✕
            </Button>
          </div>
        );
      })}
      {next && targets.length < BREAK_LIMITS.targets[1] && (
        <div className="row">
          <Button onPress={() => onChange([...targets, { exercise: next, times: 1 }])}>{words.addTarget}</Button>
        </div>
      )}
    </div>
  );
}
