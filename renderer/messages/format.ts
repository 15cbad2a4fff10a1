/** Numbers and dates as people read them. */

const dateTime = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const fullDate = new Intl.DateTimeFormat(undefined, {
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
});
const date = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const yearDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const dayInUtc = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const tenthsOfPercent = new Intl.NumberFormat(undefined, {
  ...{ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
});
const wholeOrHalf = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const signedPercent = new Intl.NumberFormat(undefined, {
  ...{ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' },
});
const twoDecimals = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const list = new Intl.ListFormat('en', { type: 'conjunction' });
const oneDecimal = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function formatDateTime(ms: number): string {
  return dateTime.format(ms);
}

/** With the year: `Tue, 18 Nov 2026, 18:04`. */
export function formatFullDate(ms: number): string {
  return fullDate.format(ms);
}

/** `Tue 18 Nov`. */
export function formatDate(ms: number): string {
  return date.format(ms);
}

/** `18 Nov 2026`. */
export function formatYearDate(ms: number): string {
  return yearDate.format(ms);
}

/** `Tuesday`. */
export function formatWeekday(ms: number): string {
  return weekday.format(ms);
}

/** A local day by its number (`coach/localDay.ts`): `Tuesday, 18 November`. */
export function formatDay(day: number): string {
  return dayInUtc.format(day * 86_400_000);
}

/** `80 %`. */
export function formatPercent(ratio: number): string {
  return percent.format(ratio);
}

/** A small share: `6.1 %`. */
export function formatShare(ratio: number): string {
  return tenthsOfPercent.format(ratio);
}

/** `a wall, a step and a band`. */
export function formatList(words: readonly string[]): string {
  return list.format(words);
}

/** At most one decimal: `11`, `11.5`. */
export function formatNumber(value: number): string {
  return wholeOrHalf.format(value);
}

/** With its sign: `+3`, `−2.5`. */
export function formatChange(value: number): string {
  return signed.format(value);
}

/** A change as a share, with its sign: `+5 %`. */
export function formatSignedPercent(ratio: number): string {
  return signedPercent.format(ratio);
}

/** A duration, with one decimal: `1.9 s`. */
export function formatSeconds(ms: number): string {
  return `${oneDecimal.format(ms / 1000)} s`;
}

/** A short duration, with two decimals: `0.22 s`. */
export function formatShortSeconds(ms: number): string {
  return `${twoDecimals.format(ms / 1000)} s`;
}

/** A place in a video: `0:09`, `12:30`. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `45 min`, `1 h 20 min`; what is left of a minute is one. */
export function formatMinutes(ms: number): string {
  return hoursAndMinutes(Math.ceil(ms / 60_000));
}

/** The same, to the nearest minute. */
export function formatHours(ms: number): string {
  return hoursAndMinutes(Math.round(ms / 60_000));
}

/** A duration that is only guessed: `about 40 s`, `about 3 min`. */
export function formatAboutDuration(ms: number): string {
  return ms < 90_000 ? `about ${Math.max(5, 5 * Math.round(ms / 5000))} s` : `about ${Math.round(ms / 60_000)} min`;
}

const wholeNumber = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

/** `1,204`. */
export function formatCount(n: number): string {
  return wholeNumber.format(n);
}

/** The size of a file: `120 KB`, `3.4 MB`. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${wholeNumber.format(bytes / 1000)} KB` : `${oneDecimal.format(bytes / 1_000_000)} MB`;
}

export function formatRatio(ratio: number): string {
  return twoDecimals.format(ratio);
}

export function formatDegrees(deg: number): string {
  return `${Math.round(deg)}°`;
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}
