// Writes CSV that people open in a spreadsheet: a cell that would be taken for a formula is kept from it by an apostrophe,
// which the import drops again. OWASP ASVS 5.0, 1.2.10.

/** What a spreadsheet may take for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r\u0000\uff1d\uff0b\uff0d\uff20]/;
const plainNumber = /^-?\d+([.,]\d+)?$/;

/** One record with its line end, after RFC 4180. A number keeps its sign: -3 is no formula. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before `csvRow` kept it from being a formula. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text;
}
