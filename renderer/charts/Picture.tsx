import { AxisBottom, AxisLeft } from '@visx/axis';
import { GlyphCircle, GlyphDiamond, GlyphSquare, GlyphTriangle } from '@visx/glyph';
import { Area, LinePath } from '@visx/shape';
import { useId } from 'react';
import type { ChartModel, ChartPoint, ChartSeries, SeriesLook } from './chart.ts';
import { HEIGHT, type Scales, scalesOf } from './scales.ts';

interface PictureProps {
  readonly model: ChartModel;
  readonly width: number;
  /** The place on the x axis that is looked at; null for none. */
  readonly at: number | null;
}

const GLYPH = { left: GlyphCircle, right: GlyphSquare, both: GlyphDiamond, other: GlyphTriangle } as const;
const MARK_AREA = { usual: 62, looked: 170 } as const;
/** Closer together, marks would hide the line that they lie on. */
const MARK_PX = 7;

/** The chart as a picture. What it shows is in its sentence, its readout and its table as well. */
export function Picture({ model, width, at }: PictureProps) {
  const hatchId = useId();
  const scales = scalesOf(model, width);
  const { frame, x, y, xTicks, yTicks } = scales;
  return (
    <svg className="chart-picture" width={width} height={HEIGHT} aria-hidden="true">
      <defs>
        {model.kind === 'bars' && HATCHED.map((look) => <Hatch key={look} id={`${hatchId}-${look}`} look={look} />)}
      </defs>
      {model.stretch && <Stretch stretch={model.stretch} scales={scales} />}
      {yTicks.map((tick) => (
        <line key={tick} className="chart-grid" x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} />
      ))}
      {at !== null && <line className="chart-at" x1={x(at)} x2={x(at)} y1={frame.top} y2={frame.bottom} />}
      {model.series.map((series, place) =>
        model.kind === 'bars' ? (
          <Bars
            key={series.name}
            series={series}
            place={[place, model.series.length]}
            scales={scales}
            hatchId={hatchId}
          />
        ) : (
          <Line key={series.name} series={series} scales={scales} at={at} />
        ),
      )}
      {model.level && <Level level={model.level} scales={scales} />}
      <AxisLeft
        scale={y}
        left={frame.left}
        tickValues={[...yTicks]}
        tickFormat={(value) => (model.y.tick ?? model.y.format)(Number(value))}
        axisClassName="chart-axis chart-axis-y"
        tickLength={6}
        tickLabelProps={{ className: 'chart-tick', textAnchor: 'end', dx: '-0.2em', dy: '0.32em' }}
      />
      <AxisBottom
        scale={x}
        top={frame.bottom}
        tickValues={[...xTicks]}
        tickFormat={(value) => (model.x.tick ?? model.x.format)(Number(value))}
        axisClassName="chart-axis chart-axis-x"
        tickLength={6}
        tickLabelProps={{ className: 'chart-tick', textAnchor: 'middle', dy: '0.5em' }}
      />
    </svg>
  );
}

function Line({ series, scales: { x, y }, at }: { series: ChartSeries; scales: Scales; at: number | null }) {
  const { look, noise } = series;
  const points = [...series.points];
  const [left, top] = [(point: ChartPoint) => Number(x(point.x)), (point: ChartPoint) => y(point.y)];
  const [first, last] = [points[0], points.at(-1)];
  const lengthPx = first && last ? left(last) - left(first) : 0;
  const areMarksShown = points.length === 1 || lengthPx / (points.length - 1) >= MARK_PX;
  const Glyph = GLYPH[look];
  return (
    <g className={`chart-series chart-${look}`}>
      {noise !== undefined && (
        <Area
          className="chart-noise"
          data={points}
          x={left}
          y0={(point) => y(Math.max(0, point.y - noise))}
          y1={(point) => y(point.y + noise)}
        />
      )}
      <LinePath className="chart-line" data={points} x={left} y={top} />
      {points
        .filter((point) => areMarksShown || point.x === at)
        .map((point) => (
          <Glyph
            key={point.x}
            className="chart-mark"
            left={left(point)}
            top={top(point)}
            size={point.x === at ? MARK_AREA.looked : MARK_AREA.usual}
          />
        ))}
    </g>
  );
}

/** How bars are hatched; null: they are full. */
const TURN_DEG: Record<SeriesLook, number | null> = { left: null, right: 45, both: null, other: 90 };
const HATCHED = ['right', 'other'] as const satisfies readonly SeriesLook[];

function Hatch({ id, look }: { readonly id: string; readonly look: (typeof HATCHED)[number] }) {
  return (
    <pattern
      id={id}
      className={`chart-${look}`}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${TURN_DEG[look]})`}
    >
      <rect className="chart-hatch-ground" width="6" height="6" />
      <rect fill="currentColor" width="3" height="6" />
    </pattern>
  );
}

interface BarsProps {
  readonly series: ChartSeries;
  /** Which of how many beside each other. */
  readonly place: readonly [n: number, of: number];
  readonly scales: Scales;
  readonly hatchId: string;
}

function Bars({ series, place: [n, of], scales: { x, y, frame, barsPx }, hatchId }: BarsProps) {
  const widthPx = barsPx / of;
  return (
    <g className={`chart-series chart-${series.look}`}>
      {series.points.map((point) => (
        <rect
          key={point.x}
          className="chart-bar"
          x={Number(x(point.x)) - barsPx / 2 + n * widthPx}
          y={y(point.y)}
          width={Math.max(1, widthPx - 1)}
          height={frame.bottom - y(point.y)}
          fill={TURN_DEG[series.look] === null ? 'currentColor' : `url(#${hatchId}-${series.look})`}
        />
      ))}
    </g>
  );
}

/** A level that means something: a dashed line with its words on it. */
function Level({ level, scales: { y, frame } }: { level: NonNullable<ChartModel['level']>; scales: Scales }) {
  return (
    <g className="chart-level">
      <line x1={frame.left} x2={frame.right} y1={y(level.at)} y2={y(level.at)} />
      <text x={frame.right} y={y(level.at) - 6} textAnchor="end">
        {level.label}
      </text>
    </g>
  );
}

function Stretch({ stretch, scales: { x, frame } }: { stretch: NonNullable<ChartModel['stretch']>; scales: Scales }) {
  const [from, to] = [Number(x(stretch.from)), Number(x(stretch.to))];
  return (
    <g className="chart-stretch">
      <rect x={from} y={frame.top} width={Math.max(0, to - from)} height={frame.bottom - frame.top} />
      <text x={(from + to) / 2} y={frame.top + 14} textAnchor="middle">
        {stretch.label}
      </text>
    </g>
  );
}
