import type { CheckSide, HeelRiseView } from '../../shared/progression/checks.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';

interface HeelRiseMeaningProps {
  readonly view: HeelRiseView | null;
  readonly sex: Settings['sex'];
  onSettings(): void;
}

/** Left against right in reps, height and work, and what is usual at this age. */
export function HeelRiseMeaning({ view, sex, onSettings }: HeelRiseMeaningProps) {
  if (!view) return null;
  const { norm } = view;
  const indexes = (
    [
      ['reps', view.index],
      ['height', view.heightIndex],
      ['work', view.workIndex],
    ] as const
  ).flatMap(([of, index]) => (index ? [{ of, index }] : []));
  return (
    <>
      {indexes.length > 0 && (
        <section aria-label={text.checks.index}>
          <h3 className="overline">{text.checks.index}</h3>
          <dl className="check-indexes">
            {indexes.map(({ of, index }) => (
              <div key={of}>
                <dt>{text.checks.indexOf[of]}</dt>
                <dd>{text.checks.indexValue(index)}</dd>
              </div>
            ))}
          </dl>
          <p className="small soft">{text.checks.indexHint}</p>
        </section>
      )}
      {norm && sex ? (
        <p>
          {text.checks.norm(norm, sex)} {text.checks.normSides(sidesInWords(norm))}{' '}
          <span className="small soft">{text.checks.normSource}</span>
        </p>
      ) : (
        <p className="small">
          {text.checks.normMissing}{' '}
          <Button look="quiet" onPress={onSettings}>
            {text.checks.toSettings}
          </Button>
        </p>
      )}
    </>
  );
}

function sidesInWords(norm: NonNullable<HeelRiseView['norm']>): string[] {
  return (['left', 'right'] satisfies CheckSide[]).flatMap((side) => {
    const verdict = norm[side];
    return verdict ? [`${text.checks.side(side)} ${text.checks.normVerdict[verdict]}`] : [];
  });
}
