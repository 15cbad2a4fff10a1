import { type ComponentType, useState } from 'react';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import type { HelpDialogProps } from './HelpDialog.tsx';
import type { ManualPlace } from './places.ts';

interface HelpLinkProps {
  readonly place: ManualPlace;
  readonly label: string;
}

/** Opens the manual at a place, over whatever is shown: nobody loses what they were at. It is fetched when first asked for. */
export function HelpLink({ place, label }: HelpLinkProps) {
  const [Dialog, setDialog] = useState<ComponentType<HelpDialogProps> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const open = (): void => {
    setFailed(false);
    import('./HelpDialog.tsx').then(
      ({ HelpDialog }) => setDialog(() => HelpDialog),
      () => setFailed(true),
    );
  };
  return (
    <>
      <Button look="quiet" onPress={open}>
        {label}
      </Button>
      {hasFailed && <span role="status">{text.manual.unavailable}</span>}
      {Dialog && <Dialog place={place} onClose={() => setDialog(null)} />}
    </>
  );
}
