import { useRef, useState } from 'react';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { errorCode } from '../ui/useLoaded.ts';

const words = text.diagnostics;

/** What helps to find a fault: first to be read, then to be copied, exactly as it stands there. */
export function Diagnostics({ api }: { readonly api: Api }) {
  const textRef = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<ErrorCode | null>(null);
  const show = (): void => {
    setSaid('');
    setError(null);
    api['app.diagnostics'](null).then(
      (answer) => setShown(`${answer.text}\n\n${navigator.userAgent}`),
      (reason: unknown) => setError(errorCode(reason)),
    );
  };
  const copy = (): void => {
    navigator.clipboard.writeText(shown ?? '').then(
      () => setSaid(words.copied),
      () => {
        textRef.current?.select();
        setSaid(words.notCopied);
      },
    );
  };
  return (
    <section className="card stack">
      <h3>{words.title}</h3>
      <p className="soft">{words.lead}</p>
      <div className="row">
        <Button onPress={shown === null ? show : () => setShown(null)}>
          {shown === null ? words.show : words.hide}
        </Button>
        {shown !== null && <Button onPress={copy}>{words.copy}</Button>}
        <span role="status">{said}</span>
      </div>
      {error && <ProblemCard problem={text.callError[error]} />}
      {shown !== null && (
        <>
          <p className="small soft">{words.shown}</p>
          <textarea ref={textRef} className="diagnostics" aria-label={words.label} readOnly rows={12} value={shown} />
        </>
      )}
    </section>
  );
}
