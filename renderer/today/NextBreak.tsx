import { type BreakWatch, useBreaksNow } from '../breakWatch.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';

interface NextBreakProps {
  readonly watch: BreakWatch;
  onStart(): void;
  onBreaks(): void;
}

/** When the next desk break is, and what it will be. */
export function NextBreak({ watch, onStart, onBreaks }: NextBreakProps) {
  const { view, failed } = useBreaksNow(watch);
  const block = view?.dose.plan.blocks[0];
  if (!view) return null;
  return (
    <section className="card next-break" aria-labelledby="next-break-title">
      <h2 id="next-break-title" className="overline">
        {text.breaks.next}
      </h2>
      <p className="next-name">{text.breaks.countdown(view)}</p>
      <p className="small soft">{failed ? text.breaks.failed : text.breaks.when(view)}</p>
      {block && <p>{text.breaks.what(block)}</p>}
      <div className="row">
        <Button onPress={onStart}>{text.breaks.startNow}</Button>
        <Button look="quiet" onPress={onBreaks}>
          {text.breaks.toBreaks}
        </Button>
      </div>
    </section>
  );
}
