import { catalogueEntry, type Equipment, missingEquipment } from '../../shared/exercises/catalogue.ts';
import { SOURCES } from '../../shared/exercises/sources.ts';
import type { FrameSource } from '../../shared/history/records.ts';
import type { Earning, RungView } from '../../shared/progression/ladder.ts';
import type { Progress } from '../../shared/progression/progress.ts';
import { nextRung, type RungId } from '../../shared/progression/rungs.ts';
import { text } from '../messages/en.ts';
import { formatDateTime } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';

interface RungPanelProps {
  readonly view: RungView;
  readonly current: RungId;
  readonly progress: Progress;
  readonly equipment: readonly Equipment[];
  onStart(source: FrameSource): void;
  onOpenAnyway(): void;
}

/** All about one rung: how it came to be open or why it waits, what was shown of it, and what to do. */
export function RungPanel({ view, current, progress, equipment, onStart, onOpenAnyway }: RungPanelProps) {
  const { rung, state, isCurrent, missing, earned } = view;
  const { purpose } = text.exercise(rung);
  const { isOneSided, sources, needs } = catalogueEntry(rung);
  const next = nextRung(rung);
  const lacking = missingEquipment(rung, equipment);
  const isOpen = state === 'open';
  return (
    <>
      <header className="stack rung-head">
        <h2>{text.exercise(rung).name}</h2>
        <p>{purpose}</p>
        {isOpen && <p className="soft">{howItOpened(view, progress)}</p>}
      </header>

      {missing.length > 0 && (
        <section className="rung-missing" aria-labelledby="missing-title">
          <h3 id="missing-title">{isCurrent && next ? text.ladder.missingTitle(next) : text.ladder.waitsTitle}</h3>
          <ul>
            {missing.map((one) => (
              <li key={one.code}>{text.ladder.missing(one, current)}</li>
            ))}
          </ul>
        </section>
      )}

      <div className="row">
        {isOpen ? (
          <>
            <Button look="primary" large onPress={() => onStart('camera')}>
              {text.ladder.do}
            </Button>
            <Button look="quiet" onPress={() => onStart('athlete')}>
              {text.ladder.doAthlete}
            </Button>
          </>
        ) : (
          <Button onPress={onOpenAnyway}>{text.ladder.openAnyway}</Button>
        )}
      </div>
      {needs.length > 0 && (
        <p className={lacking.length > 0 ? 'notice' : 'soft'}>
          {lacking.length > 0 ? text.ladder.notAtHand(text.pieces(lacking)) : text.ladder.needs(text.pieces(needs))}
        </p>
      )}

      {isOpen && (
        <section className="stack rung-evidence" aria-labelledby="evidence-title">
          <h3 id="evidence-title">{text.ladder.evidence}</h3>
          {earned.length === 0 ? <p className="soft">{text.ladder.evidenceNone}</p> : <Evidence earned={earned} />}
        </section>
      )}

      <section className="stack rung-rule" aria-labelledby="rule-title">
        <h3 id="rule-title">{text.ladder.whatItTakes}</h3>
        <p className="soft">
          {text.ladder.earnedBy(isOneSided)} {next ? text.ladder.opensNext(next) : text.ladder.last} {text.ladder.noise}
        </p>
        <p className="small soft">{text.ladder.source(sources.map((id) => SOURCES[id].name).join(', '))}</p>
      </section>
    </>
  );
}

function howItOpened({ rung, openedBy, openedAtMs }: RungView, { overrides }: Progress): string {
  if (openedAtMs === null || openedBy === null || openedBy === 'start') return text.ladder.openedBy.start;
  const reason = overrides.find(({ atMs }) => atMs === openedAtMs)?.reason ?? text.exercise(rung).name;
  return openedBy === 'earned'
    ? text.ladder.openedBy.earned(openedAtMs)
    : text.ladder.openedBy.override(openedAtMs, reason);
}

/** The latest first; older ones say nothing new. */
const SHOWN = 6;

function Evidence({ earned }: { readonly earned: readonly Earning[] }) {
  const { session, standing } = text.ladder.evidenceColumns;
  return (
    <table className="rung-table">
      <thead>
        <tr>
          <th scope="col">{session}</th>
          <th scope="col">{standing}</th>
        </tr>
      </thead>
      <tbody>
        {earned
          .slice(-SHOWN)
          .reverse()
          .map((earning) => (
            <tr key={earning.sessionId}>
              <td>{formatDateTime(earning.atMs)}</td>
              <td>
                <span aria-hidden="true">{earning.standing === 'counts' ? '✓ ' : '○ '}</span>
                {text.ladder.standing(earning.standing)}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
