/** What the page knows of the pose network without loading it. */

export type Delegate = 'CPU' | 'GPU';

/** Why the pose network cannot start or go on. The user interface has a sentence for each. */
export type PoseProblem = 'model-missing' | 'model-damaged' | 'no-webgl2' | 'pose-failed';

export class PoseError extends Error {
  readonly problem: PoseProblem;

  constructor(problem: PoseProblem, detail: string) {
    super(`${problem}: ${detail}`);
    this.name = 'PoseError';
    this.problem = problem;
  }
}
