import { dayOfDate } from '../../shared/history/days.ts';
import type { Report } from '../../shared/history/report.ts';
import type { Ladder } from '../../shared/progression/ladder.ts';
import type { CheckEvidence } from '../../shared/progression/progress.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { text } from '../messages/en.ts';
import { formatDate } from '../messages/format.ts';
import { missingWords } from '../messages/ladder.ts';
import { PainChart } from './PainChart.tsx';
import { ReportChecks } from './ReportChecks.tsx';
import { ReportExercises } from './ReportExercises.tsx';

interface ReportSheetProps {
  readonly report: Report;
  readonly checks: readonly CheckEvidence[];
  readonly settings: Settings;
  readonly version: string;
  readonly ladder: Ladder;
  readonly madeMs: number;
}

const words = text.report;
const NOTES_SHOWN = 5;

/** One page of A4 or Letter: what does not fit is left out by number, never cut through. */
export function ReportSheet({ report, checks, settings, version, ladder, madeMs }: ReportSheetProps) {
  const { weeks, notes, breaks, days } = report;
  const sum = (key: 'sessions' | 'activeMs' | 'sets' | 'reps'): number =>
    weeks.reduce((all, week) => all + week[key], 0);
  const byWeek = (key: 'sessions' | 'sets' | 'reps'): string => words.byWeek(weeks.map((week) => week[key]));
  const pains = days.flatMap(({ pain }) => pain ?? []);
  const missing = ladder.rungs.find(({ isCurrent }) => isCurrent)?.missing ?? [];
  return (
    <article className="report-sheet" aria-label={words.sheetTitle}>
      <header>
        <h2>{words.sheetTitle}</h2>
        <p className="report-span">{words.span(dayOfDate(report.fromDate), dayOfDate(report.toDate))}</p>
        <p className="report-person">
          <span className="report-name">{words.name}:</span> {words.person(settings)}
        </p>
      </header>
      <dl className="report-figures">
        <Figure name={words.sessions} value={String(sum('sessions'))} more={byWeek('sessions')} />
        <Figure name={words.time} value={words.hours(sum('activeMs'))} />
        <Figure name={words.sets} value={String(sum('sets'))} more={byWeek('sets')} />
        <Figure name={words.reps} value={String(sum('reps'))} more={byWeek('reps')} />
        <Figure name={words.worstPain} value={words.ofTen(pains.length > 0 ? Math.max(...pains) : null)} />
        <Figure name={words.breaks} value={words.breaksDone(breaks)} more={words.breaksOffered(breaks)} />
      </dl>
      <ReportExercises report={report} />
      <section>
        <h3>{words.pain}</h3>
        <PainChart days={days} firstDay={dayOfDate(report.fromDate)} />
      </section>
      <div className="report-halves">
        <section>
          <h3>{words.ladder}</h3>
          <p>
            <strong>{text.exercise(ladder.current).name}</strong>
          </p>
          {missing.slice(0, 2).map((what) => (
            <p key={what.code}>{missingWords(what, ladder.current)}</p>
          ))}
        </section>
        <ReportChecks checks={checks} toDay={dayOfDate(report.toDate)} />
      </div>
      <section>
        <h3>{words.notes}</h3>
        {notes.length === 0 && <p>{words.noNotes}</p>}
        <ul className="report-notes">
          {notes.slice(0, NOTES_SHOWN).map(({ atMs, note }) => (
            <li key={atMs}>
              {formatDate(atMs)}: {note}
            </li>
          ))}
        </ul>
      </section>
      <footer>
        <p>{words.footer}</p>
        <p>{words.made(version, madeMs)}</p>
      </footer>
    </article>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  /** Below it. */
  readonly more?: string;
}

function Figure({ name, value, more }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {more && <span>{more}</span>}
      </dd>
    </div>
  );
}
