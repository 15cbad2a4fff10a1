import { EXERCISE_IDS } from '../../shared/exercises/exerciseIds.ts';
import type { Bar } from './bars.ts';
import { SPLITS } from './benchClip.ts';
import { CONDITIONS } from './conditions.ts';
import type { ClipResult, Measure } from './evaluate.ts';
import { type Spread, type Summary, summaryOf } from './summary.ts';

/** The known causes of the bars that are missed. */
function causesOf(bars: readonly Bar[]): string[] {
  const causes = bars.flatMap(({ what, met, cause }) => (met || !cause ? [] : [`- ${what}: ${cause}`]));
  return causes.length === 0 ? [] : ['', 'Missed because:', '', ...causes];
}

/**
 * The accuracy table in Markdown. It holds nothing that differs between two runs of the same engine over the same traces:
 * no dates, no timings of this machine.
 */
export function reportOf(results: readonly ClipResult[], bars: readonly Bar[]): string {
  const clips = new Set(results.map(({ bench }) => bench.clip.name)).size;
  return [
    '# How exactly the camera counts',
    '',
    `Written by \`npm run bench:motion\`; do not edit. ${clips} clips of the demo athlete, drawn with sensor noise and JPEG, read by`,
    'the real pose model (lite) and counted by the motion engine; the landmarks are kept in `tools/motion/traces/`. Thresholds',
    'may be fitted on the tuning clips only; the bars are for the test clips. Times are in ms, heights in cm; an error is given',
    'as median / 95th percentile without its sign. Every idle clip is counted as every exercise.',
    '',
    '## Bars (test clips)',
    '',
    table(
      ['what', 'bar', 'measured', ''],
      bars.map(({ what, bar, measured, met }) => [what, bar, measured, met ? 'met' : '**missed**']),
    ),
    ...causesOf(bars),
    ...SPLITS.flatMap((split) => {
      const ofSplit = results.filter(({ bench }) => bench.split === split);
      const name = split === 'test' ? 'Test' : 'Tuning';
      return [
        '',
        `## ${name} clips by exercise`,
        '',
        table(['exercise', ...COLUMNS.map(([title]) => title)], exerciseRows(ofSplit)),
        '',
        `## ${name} clips by condition`,
        '',
        table(['condition', ...COLUMNS.map(([title]) => title)], conditionRows(ofSplit)),
      ];
    }),
    '',
    '## Lean of the errors',
    '',
    'The median with its sign, over all clips: above 0 is seen too late, too long or too high.',
    '',
    table(['exercise', ...LEANS.map(([title]) => title)], leanRows(results)),
    '',
    '## Clips that are not exact',
    '',
    ...failuresOf(results),
    '',
  ].join('\n');
}

const error =
  (measure: Measure, decimals = 0) =>
  (summary: Summary): string =>
    spreadText(summary.errors[measure], decimals);

const COLUMNS: readonly (readonly [string, (summary: Summary) => string])[] = [
  ['exact', (s) => (s.clips === 0 ? '–' : s.uncountable === s.clips ? 'not counted yet' : `${s.exact} of ${s.clips}`)],
  ['reps', (s) => String(s.reps)],
  ['missed', (s) => String(s.missed)],
  ['extra', (s) => String(s.extra)],
  ['idle h', (s) => s.idleHours.toFixed(2)],
  ['false reps', (s) => String(s.falseReps)],
  ['false an hour', (s) => numberText(s.falsePerHour, 1)],
  ['start', error('startMs')],
  ['top', error('topMs')],
  ['lowering start', error('lowerStartMs')],
  ['end', error('endMs')],
  ['lowering time', error('lowerMs')],
  ['height', error('heightCm', 1)],
  ['take-off', error('takeoffMs')],
  ['landing', error('landMs')],
  ['flight', error('flightMs')],
  ['hip angle', error('peakHipDeg')],
  ['announced', (s) => spreadText(s.announced, 0)],
  ['absent', (s) => String(s.absent)],
  ['side', (s) => shareText(s.sideRatio)],
  ['direction', (s) => shareText(s.directionRatio)],
  ['fault precision', (s) => shareText(s.faultPrecision)],
  ['fault recall', (s) => shareText(s.faultRecall)],
];

const LEANS: readonly (readonly [string, Measure, number])[] = [
  ['start', 'startMs', 0],
  ['top', 'topMs', 0],
  ['lowering start', 'lowerStartMs', 0],
  ['end', 'endMs', 0],
  ['lowering time', 'lowerMs', 0],
  ['height', 'heightCm', 1],
  ['take-off', 'takeoffMs', 0],
  ['landing', 'landMs', 0],
  ['flight', 'flightMs', 0],
  ['hip angle', 'peakHipDeg', 0],
];

function exerciseRows(results: readonly ClipResult[]): string[][] {
  const rows = EXERCISE_IDS.map((exercise) =>
    row(
      exercise,
      results.filter((result) => result.exercise === exercise),
    ),
  );
  return [...rows, row('**all**', results)];
}

function conditionRows(results: readonly ClipResult[]): string[][] {
  return Object.entries(CONDITIONS).flatMap(([kind, nameOf]) => {
    const groups = new Map<string, ClipResult[]>();
    for (const result of results) {
      const name = nameOf(result.bench);
      if (name !== null) groups.set(name, [...(groups.get(name) ?? []), result]);
    }
    return [...groups]
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([name, group]) => row(`${kind}: ${name}`, group));
  });
}

function row(name: string, results: readonly ClipResult[]): string[] {
  const summary = summaryOf(results);
  return [name, ...COLUMNS.map(([, text]) => text(summary))];
}

function leanRows(results: readonly ClipResult[]): string[][] {
  return EXERCISE_IDS.flatMap((exercise) => {
    const { clips, uncountable, errors } = summaryOf(results.filter((result) => result.exercise === exercise));
    if (clips === uncountable) return [];
    return [[exercise, ...LEANS.map(([, measure, decimals]) => numberText(errors[measure].bias, decimals))]];
  });
}

function failuresOf(results: readonly ClipResult[]): string[] {
  const failed = results.filter(({ exact, countable }) => countable && !exact);
  const uncountable = EXERCISE_IDS.filter((exercise) =>
    results.some((result) => result.exercise === exercise && !result.countable),
  );
  return [
    ...(uncountable.length > 0 ? [`Not counted yet by this version: ${uncountable.join(', ')}.`, ''] : []),
    ...(failed.length === 0 ? ['None.'] : failed.map((result) => `- ${failureText(result)}`)),
  ];
}

/** One line that says what went wrong in a clip. */
export function failureText(result: ClipResult): string {
  const { bench, exercise, truth, seen, missed, extra, armedMs, attempts } = result;
  const { name } = bench.clip;
  const at = (list: readonly { readonly topMs: number }[]): string =>
    list.map(({ topMs }) => `${(topMs / 1000).toFixed(1)} s`).join(', ');
  const parts = [
    bench.idle
      ? `${seen.length} false reps as ${exercise} at ${at(extra)}`
      : `${seen.length} of ${truth.length} counted`,
    ...(missed.length > 0 ? [`missed at ${at(missed)}`] : []),
    ...(extra.length > 0 && !bench.idle ? [`extra at ${at(extra)}`] : []),
    ...(armedMs === null ? ['never armed'] : []),
    ...(attempts.length > 0 && missed.length > 0 ? [`attempts: ${attemptsText(attempts)}`] : []),
  ];
  return `${name} (${bench.split}): ${parts.join('; ')}`;
}

function attemptsText(attempts: ClipResult['attempts']): string {
  const counts = new Map<string, number>();
  for (const { reason } of attempts) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ');
}

function spreadText({ count, median, p95 }: Spread, decimals: number): string {
  return count === 0 ? '–' : `${median.toFixed(decimals)} / ${p95.toFixed(decimals)}`;
}

function numberText(value: number, decimals: number): string {
  // Zero errors must not be written as "-0".
  return Number.isNaN(value) ? '–' : (Number(value.toFixed(decimals)) + 0).toFixed(decimals);
}

function shareText(share: number): string {
  return Number.isNaN(share) ? '–' : `${(100 * share).toFixed(0)} %`;
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
