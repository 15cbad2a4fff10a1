import { EQUIPMENT } from '../../shared/exercises/catalogue.ts';
import {
  GOALS,
  MINUTES_AT_HAND,
  PERSON_HEIGHT_CM,
  problemOf,
  type Settings,
  type SettingsChange,
  settingsSchema,
  UNIT_CHOICES,
} from '../../shared/settings/settings.ts';
import { text } from '../messages/en.ts';
import { cmOfFeet, feetAndInches, unitsInUse } from '../messages/units.ts';
import { Choices } from '../ui/Choices.tsx';
import { MultiChoices } from '../ui/MultiChoices.tsx';
import { NumberEntry } from '../ui/NumberEntry.tsx';
import './profile.css';

/** What the person says about themselves, asked in the welcome and kept in the settings. */
interface FieldProps {
  readonly settings: Settings;
  onChange(change: SettingsChange): void;
}

const { personHeightCm, birthYear } = settingsSchema.shape;

/** In centimetres, or in feet and inches. */
export function HeightField({ settings, onChange }: FieldProps) {
  if (unitsInUse() === 'imperial') return <FeetField settings={settings} onChange={onChange} />;
  return (
    <NumberEntry
      label={text.profile.height}
      hint={text.profile.heightHint}
      unit={text.profile.heightUnit}
      value={settings.personHeightCm}
      problem={(cm) => problemOf(personHeightCm, cm)}
      onChange={(cm) => onChange({ personHeightCm: cm })}
    />
  );
}

/** Either field alone says too little to be wrong: what both come to is judged. */
function FeetField({ settings, onChange }: FieldProps) {
  const cm = settings.personHeightCm;
  const given = cm === null ? { feet: null, inches: null } : feetAndInches(cm);
  const cmOf = (feet: number | null, inches: number | null): number | null =>
    feet === null ? null : cmOfFeet(feet, inches ?? 0);
  const problem = (next: number | null): string | null =>
    problemOf(personHeightCm, next) && text.profile.heightRange(...PERSON_HEIGHT_CM);
  return (
    <div className="feet-field">
      <NumberEntry
        label={text.profile.heightFeet}
        hint={text.profile.heightHint}
        unit="ft"
        value={given.feet}
        problem={(feet) => problem(cmOf(feet, given.inches))}
        onChange={(feet) => onChange({ personHeightCm: cmOf(feet, given.inches) })}
      />
      <NumberEntry
        label={text.profile.heightInches}
        hint=""
        unit="in"
        value={given.inches}
        problem={(inches) => (given.feet === null ? null : problem(cmOf(given.feet, inches)))}
        onChange={(inches) => {
          if (given.feet !== null) onChange({ personHeightCm: cmOf(given.feet, inches) });
        }}
      />
    </div>
  );
}

const SEXES = ['female', 'male', 'unsaid'] as const;

/** What the norms of the heel-rise check go by; both may be kept to oneself. */
export function NormsFields({ settings, onChange }: FieldProps) {
  return (
    <div className="norms-fields">
      <NumberEntry
        label={text.profile.birthYear}
        hint={text.profile.birthYearHint}
        value={settings.birthYear}
        problem={(year) => problemOf(birthYear, year)}
        onChange={(year) => onChange({ birthYear: year })}
      />
      <Choices
        label={text.profile.sex}
        inRow
        value={settings.sex ?? 'unsaid'}
        choices={SEXES.map((value) => ({ value, label: text.profile.sexes[value] }))}
        onChange={(sex) => onChange({ sex: sex === 'unsaid' ? null : sex })}
      />
      <p className="small soft">{text.profile.normsHint}</p>
    </div>
  );
}

/** As the person sees their own legs. */
const SIDES_ASKED = ['left', 'right', 'both', 'none'] as const;

export function SoreSideField({ settings, onChange }: FieldProps) {
  return (
    <Choices
      label={text.profile.soreSide}
      inRow
      value={settings.soreSide}
      choices={SIDES_ASKED.map((value) => ({ value, label: text.profile.soreSides[value] }))}
      onChange={(soreSide) => onChange({ soreSide })}
    />
  );
}

export function EquipmentField({ settings, onChange }: FieldProps) {
  return (
    <MultiChoices
      label={text.profile.equipment}
      values={settings.equipment}
      choices={EQUIPMENT.map((value) => ({ value, ...text.profile.equipments[value] }))}
      onChange={(equipment) => onChange({ equipment })}
    />
  );
}

export function GoalsField({ settings, onChange }: FieldProps) {
  return (
    <MultiChoices
      label={text.profile.goals}
      values={settings.goals}
      choices={GOALS.map((value) => ({ value, ...text.profile.goal[value] }))}
      onChange={(goals) => onChange({ goals })}
    />
  );
}

export function UnitsField({ settings, onChange }: FieldProps) {
  return (
    <Choices
      label={text.profile.units}
      inRow
      value={settings.units}
      choices={UNIT_CHOICES.map((value) => ({ value, label: text.profile.unit[value] }))}
      onChange={(units) => onChange({ units })}
    />
  );
}

/** What a session is made to fit. */
export function MinutesField({ settings, onChange }: FieldProps) {
  return (
    <Choices
      label={text.profile.minutes}
      inRow
      value={settings.minutesAtHand}
      choices={MINUTES_AT_HAND.map((value) => ({ value, label: text.profile.minuteChoice(value) }))}
      onChange={(minutesAtHand) => onChange({ minutesAtHand })}
    />
  );
}
