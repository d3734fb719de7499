// What the document of an estimate is made from: plain data whose money and dates the server has already put into words in
// the account's locale, so that the paper can show no other figure than the screens do. All text may come from people.

/** A row of the table. Figures are words already ("460.80"); '' leaves a cell empty. */
export type PdfLine = {
  /** "1", counted over the lines that stand by themselves; '' for one beneath another. */
  readonly position: string;
  readonly name: string;
  readonly sku: string;
  /** Answers, notes and what else belongs to the line, one entry a line. */
  readonly details: readonly string[];
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly tax: string;
  /** In brackets when it is not in the total. */
  readonly amount: string;
  /** Where its picture is: a key of `pictures`. */
  readonly picture?: string;
  /** Files that were sent with it, by the key that `artwork` has them by. */
  readonly artwork?: readonly string[];
  /** A heading: `amount` is what the lines after it come to. */
  readonly isSection?: boolean;
  /** A part of the bundle above it, which has its amount. */
  readonly isPart?: boolean;
};

export type PdfFact = { readonly label: string; readonly value: string };

/** The page that says who accepted, when and what. */
export type PdfCertificate = {
  /** A word in the file's own description, by which it is recognized. */
  readonly mark: string;
  readonly title: string;
  readonly intro: string;
  readonly groups: readonly { readonly heading: string; readonly facts: readonly PdfFact[] }[];
  readonly note: string;
};

export type EstimatePdfInput = {
  readonly account: {
    readonly name: string;
    /** "#0d5c68"; anything else falls back to the house's own. */
    readonly accent: string;
    /** Under the name, a line each: legal name, address, tax number, phone, e-mail. */
    readonly seller: readonly string[];
  };
  /** BCP 47. */
  readonly locale: string;
  readonly paper: 'letter' | 'a4';
  /** As the screens call it: "Estimate 1042 r2". */
  readonly title: string;
  /** The name that staff gave the order; '' for none. */
  readonly name: string;
  /** Number, date, valid until, total: beside the heading. */
  readonly facts: readonly PdfFact[];
  /** For, ship to, bill to: a heading and its lines each. */
  readonly parties: readonly { readonly label: string; readonly lines: readonly string[] }[];
  /** What was written to the customer; '' for nothing. Line breaks are kept. */
  readonly message: string;
  readonly note: string;
  /** What the total counts. */
  readonly lines: readonly PdfLine[];
  /** What may be chosen and is not in the total. */
  readonly optional: readonly PdfLine[];
  /** Under the lines, in the order they are added up. */
  readonly sums: readonly PdfFact[];
  readonly total: PdfFact;
  /** "plus shipping and tax"; '' when the total leaves out nothing. */
  readonly open: string;
  /** Under the total: what is due first, and what is left; empty where no deposit is asked for. */
  readonly deposit: readonly PdfFact[];
  /** Sentences on prices and tax, one a paragraph. */
  readonly terms: readonly string[];
  /** The account's own terms; '' for none. Line breaks are kept. */
  readonly ownTerms: string;
  /** The account's logo, WebP; left out: its mark. */
  readonly logo?: Uint8Array;
  /** Pictures of the lines, WebP; empty: the document shows none. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
  /** What was sent with the lines as pictures, WebP: of a PDF its first page; left out: the document shows none. */
  readonly artwork?: Readonly<Record<string, Uint8Array>>;
  /** Where the customer answers; null leaves the block out. */
  readonly link: string | null;
  /** SHA-256 of the frozen content, hex. */
  readonly sha256: string;
  /** When it was issued, RFC 3339: the document's date, so that the same content always makes the same bytes. */
  readonly issuedAt: string;
  /** Of an accepted estimate: its last page. */
  readonly certificate?: PdfCertificate;
};

/** What the built `dist/pdf.js` exports as `pdfRenderer`. */
export type PdfRenderer = { readonly renderEstimatePdf: (input: EstimatePdfInput) => Promise<Uint8Array> };
