// Writes CSV that people open in a spreadsheet (RFC 4180). A spreadsheet runs a cell that starts with = + - @ (full width too, or
// after a tab, a line break or NUL) as a formula, also when it is quoted: such a cell is kept from it by an apostrophe, which the
// import drops again. One that would be cut in two where cells are divided otherwise is quoted, so that no part of it begins a cell.
// OWASP ASVS 5.0, 1.2.10. Every file we hand out is written by this.

/** What a spreadsheet may take for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/;
const plainNumber = /^-?\d+([.,]\d+)?$/;
const needsQuotes = /[";\r\n\t\u0000]|^\s|\s$/;

/** What a file starts with, so that a spreadsheet reads it as UTF-8. */
export const csvStart = '\uFEFF';

/**
 * One record with its line end. A number keeps its sign: -3 is no formula. `delimiter`: that of the file it is to go back to.
 *
 * @example csvRow(['Dana', '=1+1', 'a "b"']) // 'Dana,\'=1+1,"a ""b"""\r\n'
 */
export function csvRow(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}

function csvCell(text: string, delimiter: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before `csvRow` kept it from being a formula. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text;
}
