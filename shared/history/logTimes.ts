/** Dates and times as people write them into logs. */

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Year, month from 1, day. */
export type LocalDate = readonly [number, number, number];
type TimeOfDay = readonly [number, number, number];

/** No date is longer, and the pattern takes long over many spaces. */
const DATE_LETTERS = 60;
const DATE = /^(\d{1,4})[-./ ]+(\d{1,2})[-./ ]+(\d{1,4})(?:[T, ]+(.+))?$/;

/** A date, and the time of day where one stands behind it; null for what is no date in this order. */
export function readDate(text: string, order: DateOrder): { date: LocalDate; time: TimeOfDay | null } | null {
  const [, a, b, c, rest] = text.length > DATE_LETTERS ? [] : (DATE.exec(text) ?? []);
  if (a === undefined || b === undefined || c === undefined) return null;
  const [yearText, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const date: LocalDate = [yearOf(yearText), Number(month), Number(day)];
  if (!isDate(date)) return null;
  const time = rest === undefined ? null : readTime(rest.replace(/(Z|[+-]\d\d:?\d\d)$/, ''));
  return rest !== undefined && !time ? null : { date, time };
}

const TIME = /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(am|pm)?$/i;

/** `19:30`, `7:30 pm`, `19:30:05`; null for what is none. */
export function readTime(text: string): TimeOfDay | null {
  const [, hourText, minute, second = '0', half] = TIME.exec(text.trim()) ?? [];
  if (hourText === undefined) return null;
  const said = Number(hourText);
  if (half && (said < 1 || said > 12)) return null;
  const hour = !half ? said : (said % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const time: TimeOfDay = [hour, Number(minute), Number(second)];
  return time[0] <= 23 && time[1] <= 59 && time[2] <= 59 ? time : null;
}

/** `45`, `45.5 s`, `1:30`; undefined for what is none, or longer than that. */
export function readSeconds(text: string, most: number): number | undefined {
  const [, minutes, rest] = /^(\d{1,3}):(\d{2})$/.exec(text) ?? [];
  const plain = /^(\d{1,5}(?:[.,]\d{1,3})?)\s*(?:s|sec|seconds)?$/i.exec(text)?.[1];
  const seconds =
    rest === undefined ? Number(plain?.replace(',', '.') ?? Number.NaN) : Number(minutes) * 60 + Number(rest);
  return seconds >= 0 && seconds <= most ? seconds : undefined;
}

/** The order in which most of these are dates; where two do as well, the usual one of them. With dots the day comes first. */
export function guessDateOrder(texts: readonly string[], usual: DateOrder): DateOrder {
  const preferred = texts.some((text) => /^\d{1,2}\./.test(text)) ? 'dmy' : usual;
  const scores = DATE_ORDERS.map((order) => ({ order, n: texts.filter((text) => readDate(text, order)).length }));
  const best = Math.max(...scores.map(({ n }) => n));
  const good = scores.filter(({ n }) => n === best).map(({ order }) => order);
  return good.includes(preferred) ? preferred : (good[0] ?? preferred);
}

/** `26` is 2026. */
function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function isDate([year, month, day]: LocalDate): boolean {
  if (year < 1980 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
