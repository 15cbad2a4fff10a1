import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureEngine } from '../bench/engineCost.ts';
import { buildPoseModels } from '../models/buildPoseModels.ts';
import { BENCH_CLIPS } from './allClips.ts';
import { type Bar, barsOf } from './bars.ts';
import type { BenchClip } from './benchClip.ts';
import { clipView } from './clipView.ts';
import { type ClipResult, evaluate } from './evaluate.ts';
import { isFresh, needRendering, renderTraces } from './renderTraces.ts';
import { failureText, reportOf } from './report.ts';
import { readTrace, storedNames } from './traceFiles.ts';

/**
 * `npm run bench:motion` counts every stored clip, prints how exact it was and writes docs/motion-accuracy.md.
 * `-- --clip NAME` shows one clip rep by rep. `-- --render` draws the clips whose traces are missing or no longer show
 * what the clip is to show, `-- --render NAME …` those clips in any case.
 */
const REPORT = join(import.meta.dirname, '../../docs/motion-accuracy.md');
const ENGINE_BAR_US = 30;

async function main(): Promise<void> {
  const [option, ...names] = process.argv.slice(2);
  if (option === undefined) return measure();
  if (option === '--render') return render(names);
  const [name, ...more] = names;
  if (option === '--clip' && name !== undefined && more.length === 0) return show(name);
  fail('Use --render, --render NAME …, --clip NAME, or no option at all.');
}

function measure(): void {
  const results = BENCH_CLIPS.flatMap(resultsOf);
  const bars = barsOf(results.filter(({ bench }) => bench.split === 'test'));
  writeFileSync(REPORT, reportOf(results, bars));
  for (const line of linesByExercise(results)) console.log(line);
  const failed = results.filter(({ countable, exact }) => countable && !exact);
  if (failed.length > 0) console.log('\nNot exact:');
  for (const result of failed) console.log(`  ${failureText(result)}`);

  const { medianUs } = measureEngine();
  const engine: Bar = {
    what: 'engine, median of a sample',
    bar: `≤ ${ENGINE_BAR_US} µs`,
    measured: `${medianUs.toFixed(1)} µs`,
    met: medianUs <= ENGINE_BAR_US,
  };
  console.log('\nBars (test clips):');
  for (const { what, bar, measured, met } of [...bars, engine]) {
    console.log(`  ${met ? 'met   ' : 'MISSED'}  ${what}: ${measured} (bar ${bar})`);
  }
  const rendered = new Set(results.map(({ bench }) => bench.clip.name));
  const missing = BENCH_CLIPS.filter(({ clip }) => !rendered.has(clip.name));
  if (missing.length > 0) {
    console.log(
      `\n${missing.length} clips were never rendered (npm run bench:motion -- --render): ${namesOf(missing)}`,
    );
  }
  const left = storedNames().filter((name) => !BENCH_CLIPS.some(({ clip }) => clip.name === name));
  if (left.length > 0) console.log(`\nTraces of clips that are no more, delete them: ${left.join(', ')}`);
  const allMet = [...bars, engine].every(({ met }) => met) && missing.length === 0;
  console.log(`\n${allMet ? 'All bars are met.' : 'A bar is missed.'} The tables are in docs/motion-accuracy.md.`);
  process.exitCode = allMet ? 0 : 1;
}

/** A clip as each exercise it is counted as; none when it was never rendered. */
function resultsOf(bench: BenchClip): ClipResult[] {
  const stored = readTrace(bench.clip.name);
  if (!stored) return [];
  if (!isFresh(bench.clip, stored)) {
    console.error(`${bench.clip.name}: the clip has changed since it was rendered; its old trace and truth are used.`);
  }
  return bench.against.map((exercise) => evaluate(bench, stored, exercise));
}

function linesByExercise(results: readonly ClipResult[]): string[] {
  const active = results.filter(({ bench }) => !bench.idle);
  return [...new Set(active.map(({ exercise }) => exercise))].map((exercise) => {
    const clips = active.filter((result) => result.exercise === exercise);
    if (clips.every(({ countable }) => !countable)) return `${exercise}: ${clips.length} clips, not counted yet`;
    const exact = clips.filter((result) => result.exact).length;
    const falseReps = results.filter((result) => result.bench.idle && result.exercise === exercise);
    const falseCount = falseReps.reduce((sum, { extra }) => sum + extra.length, 0);
    return `${exercise}: ${exact} of ${clips.length} clips exact, ${falseCount} false reps in ${falseReps.length} idle clips`;
  });
}

function show(name: string): void {
  const bench = BENCH_CLIPS.find(({ clip }) => clip.name === name);
  if (!bench) fail(`There is no clip ${name}.`);
  const results = resultsOf(bench);
  if (results.length === 0) fail(`${name} was never rendered: npm run bench:motion -- --render ${name}`);
  for (const result of results) for (const line of clipView(result)) console.log(line);
}

async function render(names: readonly string[]): Promise<void> {
  const clips = BENCH_CLIPS.map(({ clip }) => clip);
  const unknown = names.find((name) => !clips.some((clip) => clip.name === name));
  if (unknown !== undefined) fail(`There is no clip ${unknown}.`);
  buildPoseModels();
  const chosen = names.length > 0 ? clips.filter(({ name }) => names.includes(name)) : needRendering(clips);
  await renderTraces(chosen, (line) => console.log(line));
}

function namesOf(list: readonly BenchClip[]): string {
  return list.map(({ clip }) => clip.name).join(', ');
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

await main();
