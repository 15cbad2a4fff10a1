/** Numbers and dates as people read them. */

const dateTime = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const metres = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const oneDecimal = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function formatDateTime(ms: number): string {
  return dateTime.format(ms);
}

/** A duration, with one decimal: `1.9 s`. */
export function formatSeconds(ms: number): string {
  return `${oneDecimal.format(ms / 1000)} s`;
}

/** A short duration, with two decimals: `0.22 s`. */
export function formatShortSeconds(ms: number): string {
  return `${twoDecimals.format(ms / 1000)} s`;
}

/** An estimate says so: `about 7.9 cm`. */
export function formatAboutCm(cm: number): string {
  return `about ${oneDecimal.format(cm)} cm`;
}

export function formatMetres(m: number): string {
  return metres.format(m);
}

export function formatDegrees(deg: number): string {
  return `${Math.round(deg)}°`;
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
