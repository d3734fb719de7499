// Every sentence of the estimate page, so that a second language is another file of the same functions.
import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';

type OpenPart = EstimatePage['totals']['open'][number];

const parts: Record<OpenPart, string> = { shipping: 'shipping', tax: 'tax' };

export const texts = {
  loading: 'Loading the estimate',
  title: (number: number, revision: number) => `Estimate ${number} r${revision}`,
  documentTitle: (number: number, shop: string) => `Estimate ${number} from ${shop}`,
  forWhom: (customer: { readonly name: string; readonly company: string }) =>
    `For ${[customer.name, customer.company].filter((part) => part !== '').join(', ')}`,
  from: (person: string) => `from ${person}`,
  validUntil: (day: string) => `Valid until ${day}`,
  ended: (day: string) => `Ended on ${day}`,
  daysLeft: (days: number) => (days === 0 ? 'Ends today' : days === 1 ? 'Ends tomorrow' : `${days} days left`),
  lines: 'What you get',
  oneOf: (group: string) => `One to choose of ${group}`,
  optionalLines: 'Optional, not in the total',
  each: (quantity: string, price: string) => `${quantity} × ${price}`,
  plusOnce: (amount: string) => `plus ${amount} once`,
  lessDiscount: (amount: string) => `less ${amount}`,
  subtotal: (amount: string) => `together ${amount}`,
  pieces: (quantity: string, count: number) => `${quantity} ${count === 1 ? 'piece' : 'pieces'}`,
  credit: 'Credit',
  shipTo: 'Ships to',
  pickUp: 'You pick it up',
  billTo: 'Bill to',
  yes: 'Yes',
  no: 'No',
  poNumber: 'Your PO number',
  total: 'Total',
  items: 'Items',
  discount: 'Discount',
  shipping: 'Shipping',
  taxRate: (name: string, rate: string) => `${name} ${rate}`,
  free: 'Free',
  toCome: 'to be added',
  plus: (open: readonly OpenPart[]) => `plus ${open.map((part) => parts[part]).join(' and ')}`,
  openNote: (open: readonly OpenPart[]) =>
    `${open.length === 2 ? 'Shipping and tax are' : open[0] === 'tax' ? 'Tax is' : 'Shipping is'} not known yet and will be added as charged.`,
  taxIncluded: (amount: string) => `Prices include ${amount} tax`,
  contact: (person: string, shop: string) => `Questions, or something to change? Reply to the mail this came with; ${person} at ${shop} will answer.`,
  print: 'Print',
  withdrawn: { title: 'This estimate was withdrawn', body: 'The shop took it back. It stays readable here; ask them for a new one.' },
  superseded: { title: 'There is a newer estimate', body: 'The shop issued a newer one in its place.' },
  expired: { title: 'This estimate has ended', body: 'Its prices no longer hold. Ask the shop to extend it or to make a new one.' },
  gone: { title: 'This estimate is no longer available', body: 'The shop removed it. Reply to the mail it came with if you still need it.' },
  unknown: {
    title: 'This link does not open an estimate',
    body: 'It may have been cut off on its way. Open it again from the mail, or copy the whole address.',
  },
  unreachable: { title: 'The estimate did not load', body: 'There is no connection to the shop right now. Nothing is lost.' },
  retry: 'Try again',
} as const;
