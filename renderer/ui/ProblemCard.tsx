import type { ReactNode } from 'react';
import { HelpLink } from '../help/HelpLink.tsx';
import { explanationOf } from '../help/places.ts';
import { isInApp } from '../host.ts';
import { text } from '../messages/en.ts';
import type { Problem } from '../messages/problem.ts';

/** What happened, what is safe, what to do; the buttons that do it, and the manual for more. */
export function ProblemCard({ problem, children }: { readonly problem: Problem; readonly children?: ReactNode }) {
  return (
    <div className="problem" role="alert">
      <strong>{problem.title}</strong>
      <p>{(isInApp() && problem.adviceInApp) || problem.advice}</p>
      <div className="row">
        {children}
        <HelpLink place={explanationOf(problem.title)} label={text.manual.whatDoesThisMean} />
      </div>
    </div>
  );
}
