import Papa from 'papaparse';

export type Cell = string | number | null;

/** Excel knows a file as UTF-8 by it. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** With the full-width ones of East Asian keyboards. */
const SIGNS = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20';
const BEGINS_AS_FORMULA = new RegExp(`^[\\t\\r\\n]|^[\\s"]*[${SIGNS}]`);
const SIGN = new RegExp(`^[${SIGNS}]`);
/** Whatever stands between two cells in some country or program, with the spaces and quotes around it. */
const BETWEEN = /[\s",;|]+/g;
const UP_TO_LAST_SEPARATOR = /^.*[,;|\t\r\n]/s;

/**
 * A spreadsheet takes a cell that begins with a sign for a formula, which may start programs and send what is in the file. With
 * an apostrophe before it, it is a text. Where another separator than the comma is usual (a semicolon in much of Europe), cells
 * begin in the middle of ours, and their quotes, which do not stand first there, mean nothing: so it is put there as well.
 */
function asText(text: string): string {
  const within = text.replace(BETWEEN, (between, at: number) =>
    SIGN.test(text.charAt(at + between.length)) ? between.replace(UP_TO_LAST_SEPARATOR, "$&'") : between,
  );
  return BEGINS_AS_FORMULA.test(text) ? `'${within}` : within;
}

/** Where a program takes several separators at once, quotes keep such a cell in one piece. */
const HAS_SEPARATOR = /[,;|\t]/;

/** Lines of RFC 4180, each with its end. Numbers are no cells of text and stay numbers. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  const harmless = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asText(cell) : cell)));
  const quotes = (cell: Cell): boolean => HAS_SEPARATOR.test(String(cell));
  return `${Papa.unparse(harmless, { newline: '\r\n', quotes })}\r\n`;
}
