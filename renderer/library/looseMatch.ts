/**
 * Whether a text answers a search: each word that was typed is the beginning or a part of one of its words, or nearly so.
 * Case, accents and hyphens do not matter; a word of four letters may have one slip, a word of eight two.
 */
export function matchesLoosely(query: string, text: string): boolean {
  const words = wordsOf(text);
  return wordsOf(query).every((typed) => words.some((word) => wordMatches(typed, word)));
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\p{Mark}’']/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}

function wordMatches(typed: string, word: string): boolean {
  if (word.startsWith(typed) || (typed.length >= 3 && word.includes(typed))) return true;
  const slips = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  // While a word is being typed, only its beginning can be compared.
  return [word, word.slice(0, typed.length)].some((part) => slipsBetween(typed, part) <= slips);
}

/** How many letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(changed, at(last, j) + 1, at(row, j - 1) + 1, swapped));
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY;
}
