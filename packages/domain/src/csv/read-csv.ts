// Reads CSV record by record as text arrives. A reader of our own, because what it must do about broken quotes decides what
// an import can promise: a cell whose quotes are wrong spoils its own record and no other, the record and line are known,
// and a quote that is never closed does not pull the rest of a large file into memory.
import { isWorkbook, workbookSays } from './workbook.ts';

/** A file that cannot be read on from here: not text, or a quote that was never closed. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly row: number;
  constructor(reason: string, row: number) {
    super(reason);
    this.row = row;
  }
}

export type CsvRecord = {
  /** Row as a spreadsheet numbers it: the heading is 1, a record is one row however many lines its cells have. */
  readonly row: number;
  /** Line of the file on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What divides the cells of the file. */
  readonly delimiter: string;
  /** What is wrong with its quotes, if anything. */
  readonly broken?: string;
};

const longestCell = 2_000_000;
/** Of all cells of a record together, and how many they may be: a file without line ends is one record of any size. */
const longestRecord = 8_000_000;
const mostCells = 10_000;

/** The records of a text that arrives in pieces; records without anything in them are counted as rows and left out. */
export async function* readCsv(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<CsvRecord> {
  const reader = new RecordReader();
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst && isWorkbook(piece)) throw new UnreadableFile(workbookSays, 1);
    isFirst = false;
    if (piece.includes('\u0000')) throw new UnreadableFile('This is not a text file: save it as "CSV UTF-8".', reader.row);
    yield* reader.push(piece);
  }
  yield* reader.end();
}

type State = 'start' | 'plain' | 'quoted' | 'quote' | 'spoiled';

class RecordReader {
  row = 1;
  #line = 1;
  #firstLine = 1;
  #cells: string[] = [];
  #parts: string[] = [];
  #length = 0;
  #recordLength = 0;
  #state: State = 'start';
  #broken: string | undefined;
  #delimiter = '';
  #head = '';
  #afterReturn = false;

  /** Takes the next piece and gives the records that end in it. */
  *push(piece: string): Generator<CsvRecord> {
    let text = piece;
    if (this.#delimiter === '') {
      this.#head += piece;
      if (!/[\r\n]/.test(this.#head) && this.#head.length < 100_000) return;
      text = this.#begin();
    }
    yield* this.#read(text);
  }

  *end(): Generator<CsvRecord> {
    if (this.#delimiter === '') yield* this.#read(this.#begin());
    if (this.#state === 'quoted') throw new UnreadableFile(`A quotation mark opened in the record of line ${this.#firstLine} is never closed.`, this.row);
    if (this.#cells.length === 0 && this.#length === 0 && this.#state === 'start') return;
    // The last cell of a file without a line end, an empty one too.
    this.#endCell();
    yield* this.#endRecord();
  }

  /** Spreadsheets write commas, semicolons (where the comma is the decimal sign) or tabs: what the heading has most of. */
  #begin(): string {
    const text = this.#head.replace(/^\ufeff/, '');
    const heading = text.split(/[\r\n]/, 1)[0] ?? '';
    const count = (sign: string) => heading.split(sign).length;
    this.#delimiter = [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
    this.#head = '';
    return text;
  }

  *#read(text: string): Generator<CsvRecord> {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (this.#state === 'quoted') {
        if (sign !== '"') {
          // What stands between quotes is taken in one go, up to the next quote.
          const next = text.indexOf('"', at);
          const until = next === -1 ? text.length : next;
          for (let line = text.indexOf('\n', at); line !== -1 && line < until; line = text.indexOf('\n', line + 1)) this.#line += 1;
          this.#take(text.slice(at, until));
          at = until - 1;
        } else this.#state = 'quote';
        from = at + 1;
        continue;
      }
      const isEnd = sign === '\n' || sign === '\r';
      if (isEnd && this.#afterReturn && sign === '\n') {
        this.#afterReturn = false;
        from = at + 1;
        continue;
      }
      this.#afterReturn = sign === '\r';
      if (sign === this.#delimiter || isEnd) {
        this.#take(text.slice(from, at));
        this.#endCell();
        from = at + 1;
        if (!isEnd) continue;
        this.#line += 1;
        yield* this.#endRecord();
      } else if (this.#state === 'start') {
        this.#state = sign === '"' ? 'quoted' : 'plain';
        if (sign === '"') from = at + 1;
      } else if (this.#state === 'quote') {
        if (sign === '"') {
          this.#take('"');
          this.#state = 'quoted';
        } else {
          this.#broken ??= `a quotation mark inside the quoted cell ${this.#cells.length + 1} is not doubled`;
          this.#state = 'spoiled';
        }
        from = at + 1;
      }
    }
    if (this.#state !== 'quoted') this.#take(text.slice(from));
  }

  #take(part: string): void {
    if (part === '') return;
    this.#length += part.length;
    if (this.#length > longestCell) {
      throw new UnreadableFile(
        `A cell of the record of line ${this.#firstLine} has more than ${longestCell} characters: is a quotation mark never closed?`,
        this.row,
      );
    }
    this.#recordLength += part.length;
    if (this.#recordLength > longestRecord) {
      throw new UnreadableFile(`The record of line ${this.#firstLine} has more than ${longestRecord} characters: do lines end?`, this.row);
    }
    this.#parts.push(part);
  }

  #endCell(): void {
    if (this.#cells.length >= mostCells) {
      throw new UnreadableFile(`The record of line ${this.#firstLine} has more than ${mostCells} cells: do lines end?`, this.row);
    }
    this.#cells.push(this.#parts.join(''));
    this.#parts = [];
    this.#length = 0;
    this.#state = 'start';
  }

  *#endRecord(): Generator<CsvRecord> {
    if (this.#parts.length > 0 || this.#state !== 'start') this.#endCell();
    const record: CsvRecord = {
      row: this.row,
      line: this.#firstLine,
      cells: this.#cells,
      delimiter: this.#delimiter,
      ...(this.#broken === undefined ? {} : { broken: this.#broken }),
    };
    const isEmpty = record.cells.every((cell) => cell.trim() === '') && record.broken === undefined;
    this.row += 1;
    this.#firstLine = this.#line;
    this.#cells = [];
    this.#recordLength = 0;
    this.#broken = undefined;
    if (!isEmpty) yield record;
  }
}
