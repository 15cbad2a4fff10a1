import { type ClipResult, MEASURES } from './evaluate.ts';
import { failureText } from './report.ts';

/** True and seen reps of one clip side by side, as lines of text. */
export function clipView(result: ClipResult): string[] {
  const { bench, exercise, reps, missed, extra, attempts, armedMs, countable } = result;
  const { stage, camera } = bench.clip;
  const { distanceM, cameraHeightM, facingDeg } = stage.view;
  if (!countable) return [`${bench.clip.name} as ${exercise}: not counted yet.`];
  const lines = [
    `${bench.clip.name} as ${exercise} (${bench.split}): ${result.exact ? 'exact' : failureText(result)}`,
    `  facing ${facingDeg}°, ${distanceM} m away, camera ${cameraHeightM} m high, body ${stage.personHeightCm} cm, ` +
      `light ${stage.light}, noise ${camera.noise}, ${camera.fps} frames a second, ${(100 * camera.dropped).toFixed(0)} % lost`,
    `  armed ${armedMs === null ? 'never' : `at ${armedMs.toFixed(0)} ms`}`,
  ];
  const tops = [
    ...reps.map((rep) => ({ atMs: rep.truth.topMs, lines: repLines(rep) })),
    ...missed.map((rep) => ({ atMs: rep.topMs, lines: [`  missed: ${JSON.stringify(rounded(rep))}`] })),
    ...extra.map((rep) => ({ atMs: rep.topMs, lines: [`  extra: ${JSON.stringify(rounded(rep))}`] })),
    ...attempts.map(({ atMs, reason }) => ({ atMs, lines: [`  attempt at ${atMs.toFixed(0)} ms: ${reason}`] })),
  ];
  return [...lines, ...tops.sort((a, b) => a.atMs - b.atMs).flatMap((top) => top.lines)];
}

function repLines({ truth, seen, absent, sideRight, announcedMs }: ClipResult['reps'][number]): string[] {
  const cells = MEASURES.flatMap((measure) => {
    const [real, value] = [truth[measure], seen[measure]];
    if (real === undefined) return [];
    const decimals = measure === 'heightCm' ? 1 : 0;
    if (value === undefined) return [`${measure} ${real.toFixed(decimals)} → absent`];
    const error = value - real;
    return [
      `${measure} ${real.toFixed(decimals)} → ${value.toFixed(decimals)} (${error < 0 ? '' : '+'}${error.toFixed(decimals)})`,
    ];
  });
  const notes = [
    `side ${truth.side}${sideRight ? '' : ` → ${seen.side}`}`,
    ...(truth.direction ? [`direction ${truth.direction} → ${seen.direction ?? 'absent'}`] : []),
    ...(announcedMs === undefined ? ['not announced'] : [`announced after ${announcedMs.toFixed(0)} ms`]),
    ...(seen.faults.length > 0 ? [`faults: ${seen.faults.join(', ')}`] : []),
    ...(absent.length > 0 ? [`absent: ${absent.join(', ')}`] : []),
  ];
  return [`  rep ${seen.n}: ${cells.join('; ')}`, `         ${notes.join('; ')}`];
}

function rounded(rep: object): object {
  return Object.fromEntries(
    Object.entries(rep).map(([key, value]) => [key, typeof value === 'number' ? Math.round(value * 10) / 10 : value]),
  );
}
