import Papa from 'papaparse';

export type Cell = string | number | null;

/** Excel knows a file as UTF-8 by it. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A spreadsheet takes a cell that begins like this for a formula, which may start programs and send what is in the file. With
 * an apostrophe before it, it is a text. Longer than the library's own rule by line ends, spaces before the sign, and the
 * full-width signs of East Asian keyboards. Numbers are no cells of text and stay numbers.
 */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Lines of RFC 4180, each with its end. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse(rows as Cell[][], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}
