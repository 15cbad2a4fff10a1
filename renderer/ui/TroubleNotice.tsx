import type { ReactNode } from 'react';
import { HelpLink } from '../help/HelpLink.tsx';
import { explanationOf } from '../help/places.ts';
import { text } from '../messages/en.ts';

interface TroubleNoticeProps {
  readonly sentence: string;
  /** The sentence as the manual has it, where it holds what is only known while it runs. */
  readonly entry?: string;
  /** Read out at once, whatever is being read. */
  readonly isUrgent?: boolean;
  readonly children?: ReactNode;
}

/** One sentence about what is not right, what can be done, and the manual for more. */
export function TroubleNotice({ sentence, entry = sentence, isUrgent = false, children }: TroubleNoticeProps) {
  return (
    <div className="notice row" role={isUrgent ? 'alert' : 'status'}>
      <span>{sentence}</span>
      {children}
      <HelpLink place={explanationOf(entry)} label={text.manual.whatDoesThisMean} />
    </div>
  );
}
