import type { SideView } from '../../shared/progression/checks.ts';
import { text } from '../messages/en.ts';

type Points = SideView['history'];

interface SparklineProps {
  readonly left: Points;
  readonly right: Points;
}

const SIZE = { width: 320, height: 84 } as const;
const MARGIN = { x: 10, end: 40, y: 14 } as const;
const LABEL_GAP = 15;

/** How both legs went over time; the table below says the same in figures. */
export function Sparkline({ left, right }: SparklineProps) {
  const all = [...left, ...right];
  if (left.length < 2 && right.length < 2) return null;
  const [times, values] = [all.map(({ atMs }) => atMs), all.map(({ value }) => value)];
  const x = scale(times, MARGIN.x, SIZE.width - MARGIN.end);
  const y = scale(values, SIZE.height - MARGIN.y, MARGIN.y);
  const endOf = (points: Points): number | null => {
    const last = points.at(-1);
    return last ? y(last.value) : null;
  };
  const [leftY, rightY] = apart(endOf(left), endOf(right));
  const lines = [
    { side: 'left', points: left, labelY: leftY },
    { side: 'right', points: right, labelY: rightY },
  ] as const;
  return (
    <svg className="sparkline" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
      {lines.map(({ side, points, labelY }) => (
        <g key={side} className={`sparkline-${side}`}>
          <polyline points={points.map(({ atMs, value }) => `${x(atMs)},${y(value)}`).join(' ')} />
          {points.map(({ atMs, value }) => (
            <circle key={atMs} cx={x(atMs)} cy={y(value)} r="3.5" />
          ))}
          {labelY !== null && (
            <text x={SIZE.width - MARGIN.end + 9} y={labelY + 4}>
              {text.checks.side(side)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Maps the range of some values onto a line; where there is no range, onto its middle. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) => (most === least ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from));
}

/** The labels of two lines that end close together make room for each other. */
function apart(left: number | null, right: number | null): [number | null, number | null] {
  if (left === null || right === null || Math.abs(left - right) >= LABEL_GAP) return [left, right];
  const middle = (left + right) / 2;
  const half = left <= right ? -LABEL_GAP / 2 : LABEL_GAP / 2;
  return [middle + half, middle - half];
}
