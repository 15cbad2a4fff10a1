import type { ImportReport } from '../../shared/history/importing.ts';
import type { Transfer } from '../../shared/history/transfer.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { ProgressLine } from '../ui/ProgressLine.tsx';

interface TransferOutcomeProps {
  readonly transfer: Transfer;
  onCancel(): void;
}

const words = text.data;

/** How far an export or import is, or what became of it. */
export function TransferOutcome({ transfer, onCancel }: TransferOutcomeProps) {
  switch (transfer.state) {
    case 'none':
      return null;
    case 'exporting':
      return <Going ratio={transfer.ratio} what={words.saving} onCancel={onCancel} />;
    case 'importing':
      return transfer.isWriting ? (
        <Going ratio={transfer.ratio} what={words.writing} />
      ) : (
        <Going ratio={transfer.ratio} what={words.loading} onCancel={onCancel} />
      );
    case 'exported':
      return <p className="notice">{words.saved(transfer.path)}</p>;
    case 'imported':
      return (
        <div className="notice">
          {addedWords(transfer.report).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      );
    case 'refused': {
      const { place, detail } = transfer.refusal;
      return (
        <div className="data-refused">
          <ProblemCard problem={words.refused(transfer.refusal)} />
          <p className="data-detail">
            {words.place(place)}
            <span className="small soft">{detail}</span>
          </p>
        </div>
      );
    }
    case 'failed':
      return (
        <div className="data-refused">
          <ProblemCard problem={words.failed(transfer.problem)} />
          <p className="data-detail small soft">{transfer.detail}</p>
        </div>
      );
    case 'cancelled':
      return <p className="notice">{words.cancelled}</p>;
  }
}

interface GoingProps {
  readonly ratio: number;
  readonly what: string;
  readonly onCancel?: () => void;
}

function Going({ ratio, what, onCancel }: GoingProps) {
  return (
    <div className="card stack">
      <ProgressLine label={words.progress} ratio={ratio}>
        {what}
      </ProgressLine>
      {onCancel && (
        <div className="row">
          <Button onPress={onCancel}>{words.cancel}</Button>
        </div>
      )}
    </div>
  );
}

/** What a log counts is kept as corrections: nobody but the person counted it. */
function addedWords({ kind, records, settings }: ImportReport): string[] {
  const { sessions, sets, ...rest } = records;
  const reps = kind === 'log' ? rest.corrections : rest.reps;
  const all = Object.values(records).reduce((sum, { added }) => sum + added, 0);
  const others = kind === 'log' ? 0 : all - sessions.added - sets.added - reps.added;
  return [
    all + settings > 0 ? words.added(sessions.added, sets.added, reps.added, others, settings) : words.nothingNew,
    ...(sessions.known > 0 ? [words.known(sessions.known, reps.known)] : []),
  ];
}
