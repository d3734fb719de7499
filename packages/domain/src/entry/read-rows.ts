// Rows as people have them: copied from a sheet, a CSV, or the text of a mail ("TEE-RED-M 24", "24 x heavy tee"). Nothing is
// decided here and nothing is dropped: every row that holds anything comes out with the ways in which it can be read, the
// likeliest first, and the catalogue decides which of them is a product (issue 4, "Paste").

/**
 * One way to read a row. `quantity` null: none was given. `isMarked`: the figure cannot be anything but a quantity, by its column,
 * sign or unit ("24 x", "24 pcs"); otherwise it may belong to a name ("11 oz mug").
 */
export type RowReading = { readonly words: string; readonly quantity: number | null; readonly isMarked: boolean };

export type PastedRow = {
  /** The row as counted in what was pasted, from 1; empty rows and a heading count. */
  readonly row: number;
  /** What stood there, cells joined by spaces, at most 200 characters. */
  readonly text: string;
  /** At least one, unless the row is too long to be an entry. */
  readonly readings: readonly RowReading[];
};

export type PastedRows =
  | { readonly ok: true; readonly rows: readonly PastedRow[] }
  /** `not_text`: it holds bytes that no text has. `too_many`: more rows than go into one order at once. */
  | { readonly ok: false; readonly reason: 'not_text' | 'too_many' | 'nothing'; readonly count: number };

/** As many as one call adds to an order. */
export const mostRows = 1000;
const longestText = 200;
/** Longer than this it is a paragraph or a file, not an entry: kept to be seen, not looked up. */
const longestRow = 2000;
const mostReadings = 4;

const nameHeads =
  /^(sku|item|items|item (no|number|code|#)|code|article|artikel(nummer)?|part|part (no|number)|product|style|description|name|bezeichnung)\.?$/iu;
const quantityHeads = /^(qty|quantity|quantities|pcs|pieces|units|count|amount|menge|anzahl|stk|stück|qté|quantité|cantidad)\.?$/iu;
const skuHeads = /^(sku|item (no|number|code|#)|code|article|artikelnummer|part (no|number)|style)\.?$/iu;

/** The rows of a pasted text, each with its readings. `text` may have any line ends. */
export function readRows(text: string): PastedRows {
  if (/[\u0000-\u0008\u000e-\u001f]/u.test(text)) return { ok: false, reason: 'not_text', count: 0 };
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line, at) => ({ row: at + 1, line: line.trim() }));
  const filled = lines.filter(({ line }) => line.replace(/[\s,;"]/gu, '') !== '');
  if (filled.length === 0) return { ok: false, reason: 'nothing', count: 0 };
  const delimiter = delimiterOf(filled.map(({ line }) => line).filter((line) => line.length <= longestRow));
  const rows = delimiter === null ? filled.map(({ row, line }) => freeRow(row, line)) : tableRows(filled, delimiter);
  if (rows.length > mostRows) return { ok: false, reason: 'too_many', count: rows.length };
  return rows.length === 0 ? { ok: false, reason: 'nothing', count: 0 } : { ok: true, rows };
}

/** What divides cells, when nearly all rows have it: a mail with one comma in a sentence is no table. */
function delimiterOf(lines: readonly string[]): '\t' | ';' | ',' | null {
  const having = (mark: string) => lines.filter((line) => cellsOf(line, mark).length > 1).length;
  if (having('\t') * 2 >= lines.length) return '\t';
  for (const mark of [';', ','] as const) {
    const isTable =
      having(mark) * 5 >= lines.length * 4 && lines.some((line) => cellsOf(line, mark).some((cell) => countOf(cell) !== null || quantityHeads.test(cell)));
    if (isTable) return mark;
  }
  return null;
}

/** The cells of a row, quotes taken off. */
function cellsOf(line: string, delimiter: string): readonly string[] {
  if (line.length > longestRow) return [line];
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (isQuoted && letter === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (letter === delimiter && !isQuoted && !isGroupMark(cell, line.slice(at, at + 20))) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

/** The comma of "1,000 stickers": it stands in a figure, behind which the words follow. */
function isGroupMark(cell: string, rest: string): boolean {
  return /^\s*\d{1,3}$/u.test(cell) && /^,\d{3}(?:,\d{3})*\s*[^\d\s,;]/u.test(rest);
}

type Line = { readonly row: number; readonly line: string };

function tableRows(lines: readonly Line[], delimiter: string): readonly PastedRow[] {
  const table = lines.map(({ row, line }) => ({ row, line, cells: cellsOf(line, delimiter) }));
  const [head] = table;
  const isNamed = head?.cells.some((cell) => nameHeads.test(cell) || quantityHeads.test(cell)) === true;
  const isHead = isNamed && head.cells.every((cell) => countOf(cell) === null);
  const body = isHead ? table.slice(1) : table;
  const columns = isHead ? columnsOfHead(head.cells) : columnsOfBody(body.filter(({ line }) => line.length <= longestRow).map(({ cells }) => cells));
  return body.map(({ row, line, cells }) => {
    if (line.length > longestRow) return tooLong(row, line);
    const quantity = columns.quantity === null ? null : countOf(cells[columns.quantity] ?? '');
    const words = cells.filter((cell, at) => cell !== '' && at !== columns.quantity && !isAmount(cell));
    const first = columns.words === null ? words[0] : cells[columns.words];
    // A table whose figures stand inside the text ("24 x TEE") is read row by row.
    if (quantity === null && words.length === 1) return freeRow(row, words[0] ?? '');
    const readings = [first, ...words, words.join(' ')]
      .filter((text): text is string => text !== undefined && text !== '')
      .map((text) => ({ words: cut(text), quantity, isMarked: quantity !== null }));
    return { row, text: cut(cells.filter((cell) => cell !== '').join(' ')), readings: distinct(readings) };
  });
}

type Columns = { readonly quantity: number | null; readonly words: number | null };

function columnsOfHead(cells: readonly string[]): Columns {
  const at = (pattern: RegExp) => {
    const found = cells.findIndex((cell) => pattern.test(cell));
    return found < 0 ? null : found;
  };
  return { quantity: at(quantityHeads), words: at(skuHeads) ?? at(nameHeads) };
}

/** Without a heading the quantity is the column of whole numbers; of several the last, for a SKU stands before it. */
function columnsOfBody(rows: readonly (readonly string[])[]): Columns {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const share = (at: number) => rows.filter((cells) => countOf(cells[at] ?? '') !== null).length;
  const whole = Array.from({ length: width }, (_, at) => at).filter((at) => share(at) * 5 >= rows.length * 3);
  return { quantity: whole.at(-1) ?? null, words: null };
}

const unit = '(?:pcs?|pieces?|ea|each|units?|stk|stück|st|pz|uds?)\\.?';
const count = "\\d{1,3}(?:[,.\\u00a0\\u202f']\\d{3})+|\\d{1,12}";
const leading = new RegExp(`^(${count})(\\s*[x×*]\\s*|\\s*${unit}\\s+(?:of\\s+)?|\\s+)(\\S.*)$`, 'iu');
const dozens = /^(\d{1,6})\s*(?:dozen|doz|dz)\.?\s+(?:of\s+)?(\S.*)$/iu;
const trailing = new RegExp(`^(\\S.*?)(\\s+[x×*]\\s*|[×*]\\s*|\\s+[-–—=]\\s+|\\s*[:,;]\\s*|\\s+)\\(?(${count})\\)?\\s*(${unit})?$`, 'iu');

/** A row of plain text: the figure before or behind, with its sign or unit, a list's bullet taken off. */
function freeRow(row: number, line: string): PastedRow {
  if (line.length > longestRow) return tooLong(row, line);
  const { before, behind, whole } = readingsOf(line);
  return { row, text: cut(line), readings: distinct([...before, ...behind, whole].filter(({ words }) => words !== '')) };
}

type Readings = { readonly before: readonly RowReading[]; readonly behind: readonly RowReading[]; readonly whole: RowReading };

function readingsOf(line: string): Readings {
  const plain = line.replace(/^\s*(?:[-*•·–—>]+|\d{1,3}[.)])\s+/u, '').trim();
  const inDozens = dozens.exec(plain);
  const first = leading.exec(plain);
  const last = trailing.exec(plain);
  const before: RowReading[] = [];
  if (inDozens !== null) before.push({ words: cut(inDozens[2] ?? ''), quantity: Number(inDozens[1]) * 12, isMarked: true });
  if (first !== null) before.push({ words: cut(first[3] ?? ''), quantity: figure(first[1] ?? ''), isMarked: isSign(first[2]) });
  const behind: RowReading[] = [];
  if (last !== null) {
    const [, words = '', sign, digits = '', measure] = last;
    behind.push({ words: cut(words.replace(/[\s:,;–—-]+$/u, '')), quantity: figure(digits), isMarked: isSign(sign) || measure !== undefined });
  }
  return { before, behind, whole: { words: cut(plain), quantity: null, isMarked: false } };
}

/**
 * The one reading of what is being typed: a figure before the words is how many ("24 bot", "24 x bot", "2 dozen mugs"). One behind
 * them is only when it is marked ("bot x 24"): until then it may be the start of a name ("mug 11 oz"). None: all of it is words.
 */
export function readEntry(text: string, largest: number): Pick<RowReading, 'words' | 'quantity'> {
  const { before, behind } = readingsOf(text.slice(0, longestRow));
  const found = [...before, ...behind.filter(({ isMarked }) => isMarked)].find(
    ({ words, quantity }) => words !== '' && quantity !== null && quantity >= 1 && quantity <= largest,
  );
  return found === undefined ? { words: text.trim(), quantity: null } : { words: found.words, quantity: found.quantity };
}

function isSign(between: string | undefined): boolean {
  return between !== undefined && between.trim() !== '';
}

function tooLong(row: number, line: string): PastedRow {
  return { row, text: `${line.slice(0, longestText - 1)}…`, readings: [] };
}

/** A cell that is nothing but a count ("24", "1,000", "24 pcs"); null: it is something else. */
function countOf(cell: string): number | null {
  const match = new RegExp(`^(${count})\\s*(?:${unit})?$`, 'iu').exec(cell);
  return match === null ? null : figure(match[1] ?? '');
}

/** A price or a sum ("$8.50", "12,40 €"): it is not part of a product's name. */
function isAmount(cell: string): boolean {
  return /^[^\p{L}\d]*\d[\d.,'\s]*[.,]\d{1,4}\s*\p{Sc}?$/u.test(cell) || /^\p{Sc}\s*\d/u.test(cell);
}

function figure(digits: string): number {
  return Number(digits.replace(/\D/gu, ''));
}

function cut(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, longestText);
}

function distinct(readings: readonly RowReading[]): readonly RowReading[] {
  const seen = new Set<string>();
  return readings
    .filter(({ words, quantity }) => {
      const key = `${quantity}\u0000${words.toLowerCase()}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, mostReadings);
}
