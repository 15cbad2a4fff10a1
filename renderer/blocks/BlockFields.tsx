import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import { outOfRange, type PlanField, sidesFor, withExercise } from '../../shared/session/planEditing.ts';
import { BLOCK_PARTS, type Block, PLAN_LIMITS } from '../../shared/session/sessionPlan.ts';
import { text } from '../messages/en.ts';
import { Choices } from '../ui/Choices.tsx';
import { NumberStepper } from '../ui/NumberStepper.tsx';
import { SearchPicker } from '../ui/SearchPicker.tsx';
import { exerciseSections, type Standing } from './blockWords.ts';

interface BlockFieldsProps {
  readonly block: Block;
  readonly standing: Standing;
  onChange(block: Block): void;
}

/** Everything that can be changed of one block. */
export function BlockFields({ block, standing, onChange }: BlockFieldsProps) {
  const { exercise, part, sets, sides, target, restMs } = block;
  const sideChoices = sidesFor(exercise);
  const isHeld = catalogueEntry(exercise).verification === 'held';
  return (
    <div className="block-fields">
      <SearchPicker
        label={text.blocks.exercise}
        open={text.blocks.showAll}
        sections={exerciseSections(standing)}
        value={exercise}
        onChange={(id) => onChange(withExercise(block, id))}
      />
      <div className="block-figures">
        <Figure
          field="sets"
          label={text.blocks.sets(sides)}
          value={sets}
          onChange={(n) => onChange({ ...block, sets: n })}
        />
        {'goMs' in target ? (
          <Figure
            field="goMs"
            label={text.blocks.seconds}
            value={target.goMs}
            onChange={(goMs) => onChange({ ...block, target: { goMs } })}
          />
        ) : (
          <Figure
            field="reps"
            label={isHeld ? text.blocks.holds : text.blocks.reps}
            value={target.reps}
            onChange={(reps) => onChange({ ...block, target: { reps } })}
          />
        )}
        <Figure
          field="restMs"
          label={text.blocks.rest}
          value={restMs}
          onChange={(ms) => onChange({ ...block, restMs: ms })}
        />
      </div>
      {sideChoices.length > 1 && (
        <Choices
          label={text.blocks.sides}
          inRow
          value={sides.join(' ')}
          choices={sideChoices.map((choice) => ({ value: choice.join(' '), label: text.blocks.sidesChoice(choice) }))}
          onChange={(key) => onChange({ ...block, sides: sideChoices.find((one) => one.join(' ') === key) ?? sides })}
        />
      )}
      <Choices
        label={text.blocks.part}
        inRow
        value={part}
        choices={BLOCK_PARTS.map((value) => ({ value, label: text.blocks.parts[value] }))}
        onChange={(next) => onChange({ ...block, part: next })}
      />
    </div>
  );
}

interface FigureProps {
  readonly field: Exclude<PlanField, 'blocks'>;
  readonly label: string;
  readonly value: number;
  onChange(value: number): void;
}

const SECOND_MS = 1000;

/** A figure within its limits; times are shown in seconds. */
function Figure({ field, label, value, onChange }: FigureProps) {
  const isTime = field === 'goMs' || field === 'restMs';
  const unit = isTime ? SECOND_MS : 1;
  const [least, most] = PLAN_LIMITS[field];
  const problem = (shown: number): string | null => {
    const out = outOfRange(field, shown * unit);
    return out && text.blocks.outOfRange(out);
  };
  return (
    <NumberStepper
      label={label}
      value={value / unit}
      least={least / unit}
      most={most / unit}
      step={isTime ? 5 : 1}
      problem={problem}
      onChange={(next) => onChange(next * unit)}
    />
  );
}
