const BAR = { width: 5, gap: 2, height: 12 } as const;

/** A bar a week; the numbers stand beside it. */
export function WeekBars({ weeks }: { readonly weeks: readonly number[] }) {
  const most = Math.max(...weeks, Number.MIN_VALUE);
  const width = weeks.length * (BAR.width + BAR.gap) - BAR.gap;
  return (
    <svg className="report-bars" width={width} height={BAR.height} aria-hidden="true">
      {weeks.map((value, i) => {
        const height = Math.max(value > 0 ? 1 : 0, (BAR.height * value) / most);
        const x = i * (BAR.width + BAR.gap);
        // biome-ignore lint/suspicious/noArrayIndexKey: a week is known by its place
        return <rect key={i} x={x} y={BAR.height - height} width={BAR.width} height={height} />;
      })}
    </svg>
  );
}
