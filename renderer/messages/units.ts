import type { Settings } from '../../shared/settings/settings.ts';

/**
 * Lengths in the units that the person reads. Like the locale, they are one for the whole page: whoever reads or changes the
 * settings says which (`useUnits`). Everything is kept and reckoned in centimetres.
 */
export type UnitSystem = 'metric' | 'imperial';

const CM_PER_INCH = 2.54;
const INCHES_PER_FOOT = 12;
const FEET_PER_METRE = 100 / CM_PER_INCH / INCHES_PER_FOOT;
/** The regions that measure people in feet and inches (CLDR, measurement systems). */
const IMPERIAL_REGIONS = ['US', 'LR', 'MM'];

let system: UnitSystem = 'metric';

export function setUnits(chosen: UnitSystem): void {
  system = chosen;
}

export function unitsInUse(): UnitSystem {
  return system;
}

/** What the choice comes to for someone with this locale. */
export function unitsOf(choice: Settings['units'], locale: string): UnitSystem {
  if (choice !== 'auto') return choice;
  const { region } = new Intl.Locale(locale).maximize();
  return region && IMPERIAL_REGIONS.includes(region) ? 'imperial' : 'metric';
}

const upToOne = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const one = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

/** `11.5 cm` or `4.5 in`. */
export function formatLength(cm: number): string {
  return system === 'metric' ? `${upToOne.format(cm)} cm` : `${upToOne.format(cm / CM_PER_INCH)} in`;
}

/** An estimate says so: `about 7.9 cm`. */
export function formatAboutLength(cm: number): string {
  return system === 'metric' ? `about ${one.format(cm)} cm` : `about ${one.format(cm / CM_PER_INCH)} in`;
}

/** How tall someone is: `175 cm` or `5 ft 9 in`. */
export function formatBodyHeight(cm: number): string {
  if (system === 'metric') return `${upToOne.format(cm)} cm`;
  const { feet, inches } = feetAndInches(cm);
  return `${feet} ft ${upToOne.format(inches)} in`;
}

/** `2 to 4 m` or `7 to 13 ft`. */
export function formatDistances(leastM: number, mostM: number): string {
  if (system === 'metric') return `${upToOne.format(leastM)} to ${upToOne.format(mostM)} m`;
  return `${whole.format(leastM * FEET_PER_METRE)} to ${whole.format(mostM * FEET_PER_METRE)} ft`;
}

export function cmOfFeet(feet: number, inches: number): number {
  return (feet * INCHES_PER_FOOT + inches) * CM_PER_INCH;
}

/** To the tenth of an inch. */
export function feetAndInches(cm: number): { readonly feet: number; readonly inches: number } {
  const tenths = Math.round((10 * cm) / CM_PER_INCH);
  const feet = Math.floor(tenths / (10 * INCHES_PER_FOOT));
  return { feet, inches: (tenths - feet * 10 * INCHES_PER_FOOT) / 10 };
}

/** How a length is entered: in which unit, in which steps. */
export interface LengthScale {
  readonly unit: 'cm' | 'inches';
  readonly step: number;
  /** The step that is nearest. */
  of(cm: number): number;
  toCm(value: number): number;
}

const ENTERED: Record<UnitSystem, LengthScale> = {
  metric: { unit: 'cm', step: 0.5, of: (cm) => cm, toCm: (cm) => cm },
  imperial: {
    ...{ unit: 'inches', step: 0.25 },
    of: (cm) => Math.round((4 * cm) / CM_PER_INCH) / 4,
    toCm: (inches) => inches * CM_PER_INCH,
  },
};

export function lengthScale(): LengthScale {
  return ENTERED[system];
}
