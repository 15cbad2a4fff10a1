/** A problem: what happened, and what to do. */
export interface Problem {
  readonly title: string;
  readonly advice: string;
}
