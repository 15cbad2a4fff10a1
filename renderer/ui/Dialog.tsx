import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** A question that must be answered: a press beside it does not close it. */
  readonly isQuestion?: boolean;
  readonly children: ReactNode;
  onClose(): void;
}

/** Over everything else, and the only thing to be reached until it is closed; Escape closes it. */
export function Dialog({ title, isOpen, isQuestion = false, children, onClose }: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      isDismissable={!isQuestion}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal>
        <AriaDialog className="dialog" role={isQuestion ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
