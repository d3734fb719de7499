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
/** As many ways to read a row as are looked up. */
export const mostReadings = 8;

/** Headings as `heading` writes them: English, German, French, Spanish and Dutch, as they stand over order lists. */
const skuHeads = headings(
  'sku|item no|item nr|item number|item code|item id|item #|code|product code|product no|product number|article|article no|article number',
  'part no|part number|style|style no|artikelnummer|artikel nr|artikelnr|art nr|bestellnummer|bestell nr|best nr|produktnummer|produktcode',
  'référence|reference|réf|ref|code article|code produit|referencia|código|codigo|artikelcode|productcode|bestelnummer',
);
const nameHeads = headings(
  'item|items|part|product|products|description|item description|product description|name|product name|item name',
  'artikel|bezeichnung|artikelbezeichnung|produktbezeichnung|beschreibung|produkt|produit|désignation|designation|libellé|nom',
  'producto|artículo|articulo|descripción|descripcion|nombre|omschrijving|naam|productnaam',
);
const quantityHeads = headings(
  'qty|quantity|quantities|pcs|pieces|units|count|ordered|order qty|order quantity|qty ordered|quantity ordered|how many',
  'menge|anzahl|stk|stück|stückzahl|bestellt|bestellmenge|qté|qte|quantité|quantite|qté commandée|quantité commandée',
  'cantidad|cant|unidades|uds|aantal|hoeveelheid|besteld|stuks',
);
/** A quantity where no better heading stands beside it: it may also be a sum of money. */
const amountHeads = headings('amount');
const priceHeads = headings(
  'price|unit price|price each|each|list price|net price|sales price|item price|cost|unit cost|total|total price|line total|subtotal|sum|value',
  'extended|extended price|ext price|preis|einzelpreis|stückpreis|stk preis|listenpreis|nettopreis|vk|ek|ep|gp|gesamt|gesamtpreis|betrag|summe|wert',
  'prix|prix unitaire|prix unitaire ht|prix ht|pu|pu ht|p u|montant|montant ht|total ht|precio|precio unitario|precio unidad|importe',
  'prijs|stukprijs|eenheidsprijs|prijs per stuk|bedrag|totaal',
);
const rowHeads = headings('no|nr|#|pos|position|line|row|zeile|ligne|línea|regel');

function headings(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split('|')));
}

/** "Artikel-Nr.", "Price (USD)" and "Unit price:" as the lists above have them. */
function heading(cell: string): string {
  const plain = cell.toLowerCase().replace(/\([^()]*\)/gu, ' ');
  const words = plain.replace(/[^\p{L}\p{M}\p{N}#]+/gu, ' ').trim();
  return words.replace(/ (?:usd|eur|gbp|chf|cad|aud)$/u, '');
}

/** The rows of a pasted text, each with its readings. `text` may have any line ends. */
export function readRows(text: string): PastedRows {
  if (/[\u0000-\u0008\u000e-\u001f]/u.test(text)) return { ok: false, reason: 'not_text', count: 0 };
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line, at) => ({ row: at + 1, line: line.trim() }));
  const filled = lines.filter(({ line }) => line.replace(/[\s,;"]/gu, '') !== '');
  if (filled.length === 0) return { ok: false, reason: 'nothing', count: 0 };
  // Not even a heading among them makes them few enough.
  if (filled.length > mostRows + 1) return { ok: false, reason: 'too_many', count: filled.length };
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
      having(mark) * 5 >= lines.length * 4 &&
      lines.some((line) => cellsOf(line, mark).some((cell) => countOf(cell) !== null || quantityHeads.has(heading(cell))));
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
      cells.push(plain(cell));
      cell = '';
    } else cell += letter;
  }
  return [...cells, plain(cell)];
}

/** The comma of "1,000 stickers": it stands in a figure, behind which the words follow. */
function isGroupMark(cell: string, rest: string): boolean {
  return /^\s*\d{1,3}$/u.test(cell) && /^,\d{3}(?:,\d{3})*\s*[^\d\s,;]/u.test(rest);
}

type Line = { readonly row: number; readonly line: string };

function tableRows(lines: readonly Line[], delimiter: string): readonly PastedRow[] {
  const table = lines.map(({ row, line }) => ({ row, line, cells: cellsOf(line, delimiter) }));
  const [head] = table;
  const isHead = head !== undefined && isHeading(head.cells) && head.cells.every((cell) => countOf(cell) === null);
  const body = isHead ? table.slice(1) : table;
  const cells = body.filter(({ line }) => line.length <= longestRow).map((row) => row.cells);
  const columns = isHead ? columnsOfHead(head.cells, cells) : columnsOfBody(cells, new Set());
  return body.map(({ row, line, cells }) => (line.length > longestRow ? tooLong(row, line) : tableRow(row, cells, columns)));
}

function isHeading(cells: readonly string[]): boolean {
  return cells.some((cell) => [skuHeads, nameHeads, quantityHeads, amountHeads, priceHeads].some((heads) => heads.has(heading(cell))));
}

function tableRow(row: number, cells: readonly string[], { quantities, words: sku, unread }: Columns): PastedRow {
  const byColumn = (quantities.length === 0 ? [null] : quantities).map((at) => {
    const words = cells.filter((cell, other) => cell !== '' && other !== at && !unread.has(other) && !isAmount(cell));
    const first = sku === null ? words[0] : cells[sku];
    return { quantity: at === null ? null : countOf(cells[at] ?? ''), texts: [first, ...words, words.join(' ')] };
  });
  // A table whose figures stand inside the text ("24 x TEE") is read row by row.
  const said = cells.filter((cell, at) => cell !== '' && !unread.has(at) && !isAmount(cell));
  const text = cut(cells.filter((cell) => cell !== '').join(' '));
  if (said.length === 1 && byColumn.every(({ quantity }) => quantity === null)) return { ...freeRow(row, said[0] ?? ''), text };
  // Where two columns may be the quantity both are read, and neither is sure.
  const isMarked = quantities.length === 1;
  const longest = byColumn.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  const readings = Array.from({ length: longest }, (_, level) => level).flatMap((level) =>
    byColumn.flatMap(({ quantity, texts }) => {
      const words = texts[level] ?? '';
      return words === '' ? [] : [{ words: cut(words), quantity, isMarked: isMarked && quantity !== null }];
    }),
  );
  return { row, text, readings: distinct(readings) };
}

/**
 * `quantities`: the columns that may hold how many, the likeliest first; several are in doubt. `words`: the column that names the
 * product. `unread`: the columns that are neither, as a price or the number of the row.
 */
type Columns = { readonly quantities: readonly number[]; readonly words: number | null; readonly unread: ReadonlySet<number> };

function columnsOfHead(head: readonly string[], rows: readonly (readonly string[])[]): Columns {
  const names = head.map(heading);
  const at = (heads: ReadonlySet<string>) => {
    const found = names.findIndex((name) => heads.has(name));
    return found < 0 ? null : found;
  };
  const words = at(skuHeads) ?? at(nameHeads);
  const unread = new Set(names.flatMap((name, column) => (column !== words && (priceHeads.has(name) || rowHeads.has(name)) ? column : [])));
  const quantity = at(quantityHeads) ?? at(amountHeads);
  if (quantity !== null) return { quantities: [quantity], words, unread };
  // What its heading calls the product is not how many of it.
  const named = new Set(names.flatMap((name, column) => (skuHeads.has(name) || nameHeads.has(name) ? column : [])));
  const found = columnsOfBody(rows, new Set([...unread, ...named]));
  return { quantities: found.quantities, words, unread: new Set([...unread, ...found.unread]) };
}

/**
 * Without a heading the quantity is the column of whole numbers. Of several, the number of the row (1, 2, 3…) and what is a price in
 * other rows are out; those that are left are all read, for a price may be whole too ("CAP;24;10") and a SKU nothing but figures.
 */
function columnsOfBody(rows: readonly (readonly string[])[], taken: ReadonlySet<number>): Columns {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const share = (at: number) => rows.filter((cells) => countOf(cells[at] ?? '') !== null).length;
  const whole = Array.from({ length: width }, (_, at) => at).filter((at) => !taken.has(at) && share(at) * 5 >= rows.length * 3);
  const unread = new Set(whole.length > 1 && whole[0] === 0 && isRowNumber(rows.map(([first = '']) => first)) ? [0] : []);
  const counted = whole.filter((at) => !unread.has(at));
  const neverAmounts = counted.filter((at) => rows.every((cells) => countOf(cells[at] ?? '') !== null || !isAmount(cells[at] ?? '')));
  // More than are looked up are no order list.
  const quantities = (neverAmounts.length > 0 ? neverAmounts : counted).slice(0, mostReadings);
  // Figures alone: what stands first is more often the SKU.
  const [first, ...others] = quantities;
  return { quantities: first === 0 && others.length > 0 ? [...others, first] : quantities, words: null, unread };
}

/** 1, 2, 3… or 10, 20, 30… down the rows. */
function isRowNumber(cells: readonly string[]): boolean {
  const [step] = cells;
  return cells.length > 1 && (step === '1' || step === '10') && cells.every((cell, at) => /^\d+\.?$/u.test(cell) && figure(cell) === (at + 1) * Number(step));
}

const unit = '(?:pcs?|pieces?|ea|each|units?|stk|stück|st|pz|uds?)\\.?';
/** A figure with a zero before its mark ("0.125") is a price, never a count. */
const count = "[1-9]\\d{0,2}(?:[,.\\u00a0\\u202f']\\d{3}){1,4}|\\d{1,12}";
const leading = new RegExp(`^(${count})(\\s*[x×*]\\s*|\\s*${unit}\\s+(?:of\\s+)?|\\s+)(\\S.*)$`, 'iu');
const dozens = /^(\d{1,6})\s*(?:dozen|doz|dz)\.?\s+(?:of\s+)?(\S.*)$/iu;
const trailing = new RegExp(`^(.+?)(\\s+[x×*]\\s*|[×*]\\s*|\\s+[-–—=]\\s+|\\s*[:,;]\\s*|\\s+)\\(?(${count})\\)?\\s*(${unit})?$`, 'iu');
const counting = new RegExp(`^(${count})\\s*(?:${unit})?$`, 'iu');
/** A figure with its sign and unit is shorter; what stands before the end of a row is words, and no figure is looked for in them. */
const longestEnd = 60;

/** A row of plain text: the figure before or behind, with its sign or unit, a list's bullet taken off. */
function freeRow(row: number, line: string): PastedRow {
  if (line.length > longestRow) return tooLong(row, line);
  const { before, behind, whole } = readingsOf(line);
  return { row, text: cut(line), readings: distinct([...before, ...behind, whole].filter(({ words }) => words !== '')) };
}

/** `quantity` null: none was typed, or one that no line can hold (`beyond`). */
export type EntryReading = Pick<RowReading, 'words' | 'quantity'> & { readonly beyond: { readonly words: string; readonly quantity: number } | null };

type Readings = { readonly before: readonly RowReading[]; readonly behind: readonly RowReading[]; readonly whole: RowReading };

function readingsOf(line: string): Readings {
  const said = plain(line).replace(/^(?:[-*•·–—>]+|\d{1,3}[.)])\s/u, '');
  const inDozens = dozens.exec(said);
  const first = leading.exec(said);
  const last = trailing.exec(said.slice(-longestEnd));
  const before: RowReading[] = [];
  if (inDozens !== null) before.push({ words: cut(inDozens[2] ?? ''), quantity: Number(inDozens[1]) * 12, isMarked: true });
  if (first !== null) before.push({ words: cut(first[3] ?? ''), quantity: figure(first[1] ?? ''), isMarked: isSign(first[2]) });
  const behind: RowReading[] = [];
  if (last !== null) {
    const [, end = '', sign, digits = '', measure] = last;
    const words = said.slice(0, -longestEnd) + end.replace(/[\s:,;–—-]+$/u, '');
    behind.push({ words: cut(words), quantity: figure(digits), isMarked: isSign(sign) || measure !== undefined });
  }
  return { before, behind, whole: { words: cut(said), quantity: null, isMarked: false } };
}

/**
 * The one reading of what is being typed: a figure before the words is how many ("24 bot", "24 x bot", "2 dozen mugs"). One behind
 * them is only when it is marked ("bot x 24"): until then it may be the start of a name ("mug 11 oz"). None: all of it is words.
 * A figure above `largest` is no quantity, but most likely meant as one: `beyond` is how it reads then.
 */
export function readEntry(text: string, largest: number): EntryReading {
  const { before, behind } = readingsOf(text.slice(0, longestRow));
  const found = [...before, ...behind.filter(({ isMarked }) => isMarked)].flatMap(({ words, quantity }) =>
    words !== '' && quantity !== null && quantity >= 1 ? [{ words, quantity }] : [],
  );
  const sold = found.find(({ quantity }) => quantity <= largest);
  return sold === undefined ? { words: text.trim(), quantity: null, beyond: found[0] ?? null } : { ...sold, beyond: null };
}

function isSign(between: string | undefined): boolean {
  return between !== undefined && between.trim() !== '';
}

function tooLong(row: number, line: string): PastedRow {
  return { row, text: `${line.slice(0, longestText - 1)}…`, readings: [] };
}

/** A cell that is nothing but a count ("24", "1,000", "24 pcs"); null: it is something else. */
function countOf(cell: string): number | null {
  const match = counting.exec(cell);
  return match === null ? null : figure(match[1] ?? '');
}

/** A price or a sum ("$8.50", "12,40 €"): it is not part of a product's name. */
function isAmount(cell: string): boolean {
  return /^[^\p{L}\d]*\d[\d.,'\s]*[.,]\d{1,4}\s*\p{Sc}?$/u.test(cell) || /^\p{Sc}\s*\d|^\d[\d.,'\s]*\s*(?:\p{Sc}|USD|EUR|GBP|CHF)$/u.test(cell);
}

function figure(digits: string): number {
  return Number(digits.replace(/\D/gu, ''));
}

/** With one space between its words. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function cut(text: string): string {
  return plain(text).slice(0, longestText);
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
