import type { ReactNode } from 'react';
import type { Problem } from '../messages/en.ts';

/** What happened, what is safe, what to do; and the buttons that do it. */
export function ProblemCard({ problem, children }: { readonly problem: Problem; readonly children?: ReactNode }) {
  return (
    <div className="problem" role="alert">
      <strong>{problem.title}</strong>
      <p>{problem.advice}</p>
      {children && <div className="row">{children}</div>}
    </div>
  );
}
