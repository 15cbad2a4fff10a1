interface Coded {
  readonly code: string;
}

/** A sentence for every code of a union: one that is missing is a type error. */
export type WordsByCode<Union extends Coded, Context extends unknown[] = []> = {
  readonly [Code in Union['code']]: (it: Extract<Union, { readonly code: Code }>, ...context: Context) => string;
};

export function wordsOf<Union extends Coded, Context extends unknown[]>(
  words: WordsByCode<Union, Context>,
  it: Union,
  ...context: Context
): string {
  const say = words[it.code as Union['code']] as (it: Union, ...context: Context) => string;
  return say(it, ...context);
}
