import { useCallback, useState } from 'react';
import type { Api } from '../../../shared/contract/contract.ts';
import { CATALOGUE_IDS, type CatalogueId, isSeen } from '../../../shared/exercises/exerciseIds.ts';
import type { RepProfile } from '../../../shared/history/repProfile.ts';
import { NO_FILTER, type SessionFilter } from '../../../shared/history/sessionList.ts';
import { SPANS, type Span, type Trends } from '../../../shared/history/trends.ts';
import type { CheckEvidence } from '../../../shared/progression/progress.ts';
import { isRung, RUNGS } from '../../../shared/progression/rungs.ts';
import { Chart } from '../../charts/Chart.tsx';
import { localDayOf } from '../../coach/localDay.ts';
import { text } from '../../messages/en.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { ProblemCard } from '../../ui/ProblemCard.tsx';
import { useLoaded } from '../../ui/useLoaded.ts';
import { chartsOf } from './chartsOf.ts';
import { checkCharts } from './checkCharts.ts';
import type { TrendChart } from './trendChart.ts';
import './trends.css';

interface TrendsPageProps {
  readonly api: Api;
  readonly firstWeekday: number;
}

/** What is asked of the history for one exercise in one span. */
interface Found {
  readonly exercise: CatalogueId;
  readonly trends: Trends;
  readonly profile: RepProfile;
  readonly checks: readonly CheckEvidence[];
}

/** One exercise over time, chart by chart; then the checks in the same time. */
export function TrendsPage({ api, firstWeekday }: TrendsPageProps) {
  const [chosen, setChosen] = useState<CatalogueId | null>(null);
  const [span, setSpan] = useState<Span>('3-months');
  const read = useCallback(async (): Promise<Found> => {
    const exercise = chosen ?? (await lastDone(api));
    const request = { exercise, span, firstWeekday };
    const [trends, profile, checks] = await Promise.all([
      api['history.trends'](request),
      api['history.repProfile'](request),
      api['history.checks'](null),
    ]);
    return { exercise, trends, profile, checks };
  }, [api, chosen, span, firstWeekday]);
  const [found, readAgain] = useLoaded(read);
  const exercise = chosen ?? (found.state === 'ready' ? found.value.exercise : RUNGS[0]);
  return (
    <>
      <div className="trends-choice">
        <Picker
          label={text.trends.exercise}
          items={CATALOGUE_IDS.map((id) => ({ id, label: text.exercise(id).name }))}
          value={exercise}
          onChange={(id) => setChosen(CATALOGUE_IDS.find((known) => known === id) ?? null)}
        />
        <Choices
          label={text.trends.span}
          inRow
          value={span}
          choices={SPANS.map((value) => ({ value, label: text.trends.spans[value] }))}
          onChange={(next) => setSpan(next)}
        />
      </div>
      {found.state === 'failed' && (
        <ProblemCard problem={text.callError[found.code]}>
          <Button onPress={readAgain}>{text.session.tryAgain}</Button>
        </ProblemCard>
      )}
      {found.state === 'loading' && <p className="soft">{text.app.loading}</p>}
      {found.state === 'ready' && <Charts found={found.value} span={span} />}
    </>
  );
}

function Charts({
  found: { exercise, trends, profile, checks },
  span,
}: {
  readonly found: Found;
  readonly span: Span;
}) {
  const charts = chartsOf(exercise, trends, profile);
  return (
    <>
      {trends.sides.length === 0 && (
        <p className="notice" role="status">
          {text.trends.nothing(span)}
        </p>
      )}
      <section className="trends-group" aria-labelledby="trends-exercise">
        <h2 id="trends-exercise">{text.exercise(exercise).name}</h2>
        {trends.sides.length > 0 && <p className="small soft">{text.charts.hint}</p>}
        <div className="trends-charts">
          {withFiguresFirst(charts).map(({ key, ...chart }) => (
            <Chart key={key} {...chart} />
          ))}
        </div>
      </section>
      <section className="trends-group" aria-labelledby="trends-checks">
        <h2 id="trends-checks">{text.trends.checksTitle}</h2>
        <div className="trends-charts">
          {withFiguresFirst(checkCharts(checks, trends, localDayOf)).map(({ key, ...chart }) => (
            <Chart key={key} {...chart} />
          ))}
        </div>
      </section>
    </>
  );
}

/** What is empty still says what will be there, behind what there is to see. */
function withFiguresFirst(charts: readonly TrendChart[]): TrendChart[] {
  const isEmpty = ({ model }: TrendChart): boolean => model.series.every(({ points }) => points.length === 0);
  return [...charts.filter((chart) => !isEmpty(chart)), ...charts.filter(isEmpty)];
}

/** What was trained last, of the ladder before anything else; before any training, the first rung. */
async function lastDone(api: Api): Promise<CatalogueId> {
  const { sessions } = await api['history.list']({ filter: OWN_TRAINING, after: null, limit: LOOKED_AT });
  const done = sessions.flatMap(({ exercises }) => exercises.map(({ exercise }) => exercise));
  return done.find(isRung) ?? done.find(isSeen) ?? RUNGS[0];
}

const OWN_TRAINING: SessionFilter = { ...NO_FILTER, source: 'camera', breaks: 'without' };
const LOOKED_AT = 5;
