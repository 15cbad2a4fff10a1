import { useState } from 'react';
import type { Answer } from '../../shared/contract/contract.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';

interface UpdatesProps {
  readonly info: Answer<'app.info'>;
  /** Leads the person's browser to the releases; rejects where that cannot be done. */
  onOpen(): Promise<unknown>;
}

/** Which version this is, and how to get another: nothing is looked for until the person asks. */
export function Updates({ info: { version, releasesPage }, onOpen }: UpdatesProps) {
  const [failed, setFailed] = useState(false);
  const open = (): void => {
    setFailed(false);
    onOpen().catch(() => setFailed(true));
  };
  return (
    <section className="card stack">
      <h3>{text.updates.title}</h3>
      <p>
        {text.updates.version(version)} {text.updates.never}
      </p>
      <p className="soft">{releasesPage ? text.updates.page : text.updates.sources}</p>
      {releasesPage && (
        <>
          <div className="row">
            <Button onPress={open}>{text.updates.look}</Button>
          </div>
          <p className="small soft settings-path" role="status">
            {failed ? text.updates.failed(releasesPage) : text.updates.opens(releasesPage)}
          </p>
        </>
      )}
    </section>
  );
}
