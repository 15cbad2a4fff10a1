/** What is going to happen when, in true time; what was added first happens first. */
export interface Agenda {
  add(atMs: number, run: () => void): void;
  /** Infinite when nothing is planned. */
  nextMs(): number;
  runNext(): void;
}

export function createAgenda(): Agenda {
  /** The next one stands last. */
  const planned: { readonly atMs: number; readonly run: () => void }[] = [];
  return {
    add: (atMs, run) => {
      planned.splice(planned.findLastIndex((other) => other.atMs > atMs) + 1, 0, { atMs, run });
    },
    nextMs: () => planned.at(-1)?.atMs ?? Number.POSITIVE_INFINITY,
    runNext: () => planned.pop()?.run(),
  };
}
