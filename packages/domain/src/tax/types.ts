// Rates are integers in parts per million (8.875 % is 88,750). Rates of one place add up; compound rates are refused.

/** A place as far as tax and zones need it. `region` is the ISO 3166-2 part after the dash ("NY"); '' when unknown. */
export type TaxPlace = { readonly country: string; readonly region: string; readonly postcode: string };

export type TaxRate = {
  readonly code: string;
  /** What the customer reads: "Sales tax", "VAT". */
  readonly name: string;
  /** Parts per million. */
  readonly ratePpm: number;
  /** null: every category; else only lines of that category. 'exempt' category lines are never taxed. */
  readonly category: string | null;
  readonly onShipping: boolean;
};

/** One tax on one base, as stored and shown. Amounts in minor units. */
export type TaxLine = {
  readonly code: string;
  readonly name: string;
  readonly ratePpm: number;
  readonly base: number & { readonly __brand: 'MinorUnits' };
  readonly amount: number & { readonly __brand: 'MinorUnits' };
};
