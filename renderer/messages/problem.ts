/** A problem: what happened, and what to do. */
export interface Problem {
  readonly title: string;
  readonly advice: string;
  /** What to do where Soleus has a window of its own, if that is something else than in a browser. */
  readonly adviceInApp?: string;
}
