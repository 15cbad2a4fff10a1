/** Time zones with their changes, found with Intl once and then looked up: a year asks a million times. */
export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'Asia/Tokyo',
] as const;
export type Zone = (typeof ZONES)[number];

const FROM_MS = Date.UTC(2023, 11, 1);
const TO_MS = Date.UTC(2034, 0, 31);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly minutes: number;
}

const known = new Map<Zone, readonly Stretch[]>();

/** Minutes east of UTC, for years around now; what lies outside is as at the nearer end. */
export function offsetOf(zone: Zone): (ms: number) => number {
  const stretches = known.get(zone) ?? stretchesOf(zone);
  known.set(zone, stretches);
  let [last] = stretches;
  return (ms) => {
    if (!last || ms < last.fromMs || ms >= last.toMs) {
      last = stretches.find(({ fromMs, toMs }) => ms >= fromMs && ms < toMs);
    }
    return last?.minutes ?? 0;
  };
}

function stretchesOf(zone: Zone): Stretch[] {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric' },
  });
  const read = (ms: number): number => {
    const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part;
    return (Date.UTC(year, month - 1, day, hour, minute) - ms) / MINUTE_MS;
  };
  const stretches: Stretch[] = [];
  let fromMs = Number.NEGATIVE_INFINITY;
  let minutes = read(FROM_MS);
  for (let ms = FROM_MS + DAY_MS; ms <= TO_MS; ms += DAY_MS) {
    const after = read(ms);
    if (after === minutes) continue;
    let [before, later] = [ms - DAY_MS, ms];
    while (later - before > MINUTE_MS) {
      const middle = Math.floor((before + later) / 2 / MINUTE_MS) * MINUTE_MS;
      if (read(middle) === minutes) before = middle;
      else later = middle;
    }
    stretches.push({ fromMs, toMs: later, minutes });
    [fromMs, minutes] = [later, after];
  }
  return [...stretches, { fromMs, toMs: Number.POSITIVE_INFINITY, minutes }];
}
