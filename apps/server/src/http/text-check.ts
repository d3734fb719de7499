import { isWorkbook, workbookSays } from '@backdesk/domain/csv/workbook.ts';

type Fault = { readonly row: number; readonly reason: string };

const wayOut = 'save it as "CSV UTF-8"';

/** Looks on as bytes pass whether they are text in UTF-8, and if not, says what they seem to be and on which line. */
export class TextCheck {
  fault: Fault | undefined;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #line = 1;
  #isFirst = true;

  push(piece: Uint8Array): void {
    if (this.fault !== undefined || piece.length === 0) return;
    const [one, two] = piece;
    const isWorkbookSent = this.#isFirst && isWorkbook(new TextDecoder().decode(piece.subarray(0, 4)));
    const isUtf16 = this.#isFirst && ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff));
    this.#isFirst = false;
    if (isWorkbookSent) this.#refuse(workbookSays);
    else if (isUtf16) this.#refuse(`The file is in UTF-16: ${wayOut}.`);
    else if (piece.includes(0)) this.#refuse(`This is not a text file: ${wayOut}.`);
    else this.#decode(piece, true);
  }

  end(): Fault | undefined {
    if (this.fault === undefined) this.#decode(new Uint8Array(), false);
    return this.fault;
  }

  #decode(piece: Uint8Array, more: boolean): void {
    try {
      this.#decoder.decode(piece, { stream: more });
    } catch {
      this.#refuse(`The file is not in UTF-8 (in Windows-1252 or Latin-1?), first seen near line ${this.#lineOfFault(piece)}: ${wayOut}.`);
      return;
    }
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) this.#line += 1;
  }

  /** The line within the piece where it stops to be text; near, since a character may have begun in the piece before. */
  #lineOfFault(piece: Uint8Array): number {
    const upTo = new TextDecoder().decode(piece).indexOf('\ufffd');
    return this.#line + new TextDecoder().decode(piece).slice(0, Math.max(0, upTo)).split('\n').length - 1;
  }

  #refuse(reason: string): void {
    this.fault = { row: 1, reason };
  }
}
