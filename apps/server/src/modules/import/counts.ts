export type Tally = { readonly created: number; readonly updated: number; readonly unchanged: number };

/** What came of some rows of a file. */
export type Counts = {
  readonly rowsRead: number;
  readonly rowsRefused: number;
  readonly valuesKept: number;
  readonly products: Tally;
  readonly variants: Tally;
  readonly customers: Tally;
};

const none: Tally = { created: 0, updated: 0, unchanged: 0 };
export const noCounts: Counts = { rowsRead: 0, rowsRefused: 0, valuesKept: 0, products: none, variants: none, customers: none };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    rowsRead: a.rowsRead + b.rowsRead,
    rowsRefused: a.rowsRefused + b.rowsRefused,
    valuesKept: a.valuesKept + b.valuesKept,
    products: addTally(a.products, b.products),
    variants: addTally(a.variants, b.variants),
    customers: addTally(a.customers, b.customers),
  };
}

export function addTally(a: Tally, b: Tally): Tally {
  return { created: a.created + b.created, updated: a.updated + b.updated, unchanged: a.unchanged + b.unchanged };
}
