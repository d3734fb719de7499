// One row of a CSV file for spreadsheets (RFC 4180). A spreadsheet runs a cell that starts with = + - @ (or with a tab, a line
// break or NUL before it) as a formula, also when it is quoted: such a cell gets a leading apostrophe, which a spreadsheet hides.
// Every file we hand out is written by this; an import drops the apostrophe again.

const startsFormula = /^[=+\-@\t\r\n\0]/;
const needsQuotes = /[",\r\n\t\0]|^\s|\s$/;

/** What a file starts with, so that a spreadsheet reads it as UTF-8. */
export const csvStart = '\uFEFF';

/**
 * The cells as one row with its line end.
 *
 * @example csvRow(['Dana', '=1+1', 'a "b"']) // 'Dana,\'=1+1,"a ""b"""\r\n'
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(text: string): string {
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
