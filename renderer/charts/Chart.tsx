import { type PointerEvent, useId, useRef, useState } from 'react';
import { text } from '../messages/en.ts';
import { type ChartModel, type ChartRow, rowsOf, type SeriesLook } from './chart.ts';
import { Picture } from './Picture.tsx';
import { scalesOf } from './scales.ts';
import { useWidth } from './useWidth.ts';
import './charts.css';

interface ChartProps {
  readonly title: string;
  /** What it shows now, in a sentence or two. */
  readonly sentence: string;
  readonly model: ChartModel;
  /** What will be here, while there is nothing. */
  readonly empty: string;
  /** What the figures mean, or how sure they are. */
  readonly note?: string;
}

/** A chart, for every way of reading: a sentence, a picture, one value after the other by keyboard, and a table. */
export function Chart({ title, sentence, model, empty, note }: ChartProps) {
  const titleId = useId();
  const rows = rowsOf(model);
  return (
    <section className="card chart" aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      {rows.length === 0 ? (
        <p className="empty-state">{empty}</p>
      ) : (
        <>
          <p>{sentence}</p>
          <Reading title={title} model={model} rows={rows} />
          {note && <p className="small soft">{note}</p>}
          <Figures title={title} model={model} rows={rows} />
        </>
      )}
    </section>
  );
}

interface PartProps {
  readonly title: string;
  readonly model: ChartModel;
  readonly rows: readonly ChartRow[];
}

/** The picture, and the place in it that pointer or keys look at. */
function Reading({ title, model, rows }: PartProps) {
  const frameRef = useRef<HTMLDivElement>(null);
  const width = useWidth(frameRef);
  const [place, setPlace] = useState<number | null>(null);
  const last = rows.length - 1;
  const looked = place === null ? null : (rows[Math.min(place, last)] ?? null);
  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    const pointerPx = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const { x } = scalesOf(model, width);
    const away = rows.map((row) => Math.abs(Number(x(row.x)) - pointerPx));
    setPlace(away.indexOf(away.reduce((a, b) => Math.min(a, b))));
  };
  return (
    <div className="chart-reading">
      <div className="chart-head">
        <Legend model={model} />
        <p className="small soft">{model.y.label}</p>
      </div>
      <div
        className="chart-frame"
        ref={frameRef}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => setPlace(null)}
      >
        {width > 0 && <Picture model={model} width={width} at={looked?.x ?? null} />}
        <input
          className="chart-keys"
          type="range"
          aria-label={text.charts.keys(title)}
          aria-valuetext={wordsOf(model, rows[place ?? last])}
          min={0}
          max={last}
          value={place ?? last}
          onChange={(event) => setPlace(Number(event.target.value))}
          onFocus={() => setPlace((now) => now ?? last)}
          onBlur={() => setPlace(null)}
        />
      </div>
      <p className="chart-readout" aria-hidden="true">
        {looked && wordsOf(model, looked)}
      </p>
    </div>
  );
}

/** A place in words: where, and the value of each series there. */
function wordsOf(model: ChartModel, row: ChartRow | undefined): string {
  if (!row) return '';
  const values = model.series.flatMap(({ name }, i) => {
    const value = row.values[i];
    return value == null ? [] : [text.charts.value(model.series.length === 1 ? null : name, model.y.format(value))];
  });
  return text.charts.at(model.x.format(row.x), values);
}

function Legend({ model: { series, kind } }: Pick<PartProps, 'model'>) {
  if (series.length < 2) return <span />;
  return (
    <ul className="chart-legend">
      {series.map(({ name, look }) => (
        <li key={name} className={`chart-${look}`}>
          <LegendMark look={look} isBar={kind === 'bars'} /> {name}
        </li>
      ))}
    </ul>
  );
}

const MARK_PATH: Record<SeriesLook, string> = {
  left: 'M15 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0',
  right: 'M15.5 3.5h9v9h-9z',
  both: 'M20 1.5L26 8L20 14.5L14 8z',
  other: 'M20 2L26 13H14z',
};

function LegendMark({ look, isBar }: { readonly look: SeriesLook; readonly isBar: boolean }) {
  if (isBar) return <span className={`chart-legend-bar chart-legend-bar-${look}`} aria-hidden="true" />;
  return (
    <svg className="chart-legend-mark" viewBox="0 0 40 16" aria-hidden="true">
      <line className="chart-line" x1="0" x2="40" y1="8" y2="8" />
      <path className="chart-mark" d={MARK_PATH[look]} />
    </svg>
  );
}

/** The same figures as a table, made when it is opened: years of weeks are many rows. */
function Figures({ title, model, rows }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="chart-figures disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.charts.table}</summary>
      {isOpen && (
        // Wide tables scroll by themselves, also by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className="chart-scroll" aria-label={text.charts.tableOf(title)} tabIndex={0}>
          <table>
            <caption className="visually-hidden">{text.charts.tableOf(title)}</caption>
            <thead>
              <tr>
                <th scope="col">{model.x.label}</th>
                {model.series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.x}>
                  <th scope="row">{model.x.format(row.x)}</th>
                  {row.values.map((value, i) => (
                    <td key={model.series[i]?.name}>{value === null ? text.reps.unknown : model.y.format(value)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
