// A change between two revisions in plain words, for both sides alike. Figures and days are written by who shows them, in the
// account's locale.
import type { EstimateSum } from './compare-estimates.ts';
import type { EstimateChange } from './estimate-change.ts';

export type ChangeFormat = {
  /** Whole pieces. */
  readonly quantity: (pieces: string) => string;
  readonly unitPrice: (decimal: string) => string;
  /** Minor units of the estimate's currency. */
  readonly amount: (minorUnits: number) => string;
  readonly day: (day: string) => string;
  /** Parts per million. */
  readonly percent: (ppm: number) => string;
};

const asItIs = (text: string) => text;

const offers: Readonly<Record<string, string>> = {
  fixed: 'part of the estimate',
  chosen: 'optional, chosen and in the total',
  open: 'optional, not in the total',
};

/** "Mug 11 oz: 6, was 4". What it makes in money stands beside it. */
export function describeChange({ kind, label, from, to }: Omit<EstimateChange, 'difference'>, format: ChangeFormat): string {
  const wasNow = (what: string, write: (value: string) => string = asItIs, missing = 'none') =>
    `${what}: ${to === null ? missing : write(to)}, was ${from === null ? missing : write(from)}`;
  switch (kind) {
    case 'line_added':
      return `${label}: new, ${format.quantity(to ?? '0')}`;
    case 'line_removed':
      return `${label}: no longer in it, was ${format.quantity(from ?? '0')}`;
    case 'line_renamed':
      return `${label} is now called ${to ?? ''}`;
    case 'line_customized':
      return wasNow(label);
    case 'line_quantity':
      return wasNow(label, format.quantity);
    case 'line_price':
      return from === to ? `${label}: another amount` : wasNow(`${label}, each`, format.unitPrice);
    case 'line_offer':
      return `${label}: ${offers[to ?? ''] ?? ''}, was ${offers[from ?? ''] ?? ''}`;
    case 'line_bounds':
      return wasNow(`${label}, quantities to choose from`, (bounds) => bounds.split('-').map(format.quantity).join(' to '));
    case 'line_group':
      return wasNow(`${label}, one to choose of`);
    case 'group_renamed':
      return `“${label}”, of which one is chosen, is now called “${to ?? ''}”`;
    case 'line_note':
      return wasNow(`${label}, note`);
    case 'line_moved':
      return `${label}: moved, now ${to === null ? 'first' : `after ${to}`}, was ${from === null ? 'first' : `after ${from}`}`;
    case 'lines_reordered':
      return `Lines in another order: ${format.quantity(to ?? '0')} moved`;
    case 'section_added':
      return `${label}: new heading`;
    case 'section_removed':
      return `${label}: heading no longer in it`;
    case 'section_renamed':
      return `${label} is now the heading ${to ?? ''}`;
    case 'discount':
      return wasNow(label === '' ? 'Discount' : label, (whole) => format.amount(Number(whole)));
    case 'ship_to':
      return wasNow('Ships to');
    case 'shipping_method':
      return wasNow('Shipping method');
    case 'bill_to':
      return wasNow('Billing address', asItIs, 'where it ships to');
    case 'exemption':
      return wasNow('Tax exemption');
    case 'valid_until':
      return wasNow('Valid until', format.day);
    case 'due_on':
      return wasNow('Due', format.day);
    case 'po_number':
      return wasNow('PO number');
    case 'field':
      return wasNow(label);
    case 'name':
      return wasNow('Name');
    case 'note':
      return wasNow('Note');
    case 'payment_terms':
      return wasNow('Payment terms');
    case 'deposit':
      return wasNow('Deposit', (asked) => (asked.endsWith(' ppm') ? format.percent(Number.parseInt(asked, 10)) : format.amount(Number(asked))));
    // Too long to stand in a list: both revisions have them in full.
    case 'terms':
      return to === null ? 'Terms: removed' : from === null ? 'Terms: new' : 'Terms: changed';
  }
}

const sums: Readonly<Record<EstimateSum['kind'], string>> = { discount: 'Discount', shipping: 'Shipping', tax: 'Tax', total: 'Total' };

/** "Tax: $2.40, was to be added" */
export function describeSum({ kind, from, to }: EstimateSum, format: Pick<ChangeFormat, 'amount'>): string {
  const write = (amount: number | null) => (amount === null ? 'to be added' : format.amount(amount));
  return `${sums[kind]}: ${write(to)}, was ${write(from)}`;
}
