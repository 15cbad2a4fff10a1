/** The words of one exercise: short, plain, kind, and about the world outside: the floor, the wall, a mark. */
export interface ExerciseWords {
  readonly name: string;
  /** What it is good for, in one sentence. */
  readonly purpose: string;
  /** How to place oneself, and what is needed for it. */
  readonly setUp: string;
  readonly steps: readonly string[];
  readonly faults: readonly CommonFault[];
  readonly safety: string;
  /** What the figures of the dose leave open. */
  readonly doseNote?: string;
  /** Where the camera is known to be less sure, and what helps. */
  readonly limit?: string;
  readonly said: SaidWords;
}

export interface CommonFault {
  /** What happens. */
  readonly fault: string;
  /** A cue against it. */
  readonly fix: string;
}

/** As the voice says it, for `tools/audio`: without digits, short forms or brackets. */
export interface SaidWords {
  readonly name: string;
  readonly setUp: string;
}
