import type { Order } from '@backdesk/contract/order/schema.ts';

const plus = { none: '', shipping: 'plus shipping', tax: 'plus tax', both: 'plus shipping and tax' };

export const t = {
  items: () => 'Items',
  lines: (lines: string, pieces: string) => `${lines === '1' ? '1 line' : `${lines} lines`}, ${pieces} ${pieces === '1' ? 'piece' : 'pieces'}`,
  lineDiscounts: (amount: string) => `after ${amount} line discount`,
  discount: () => 'Discount',
  shipping: () => 'Shipping',
  free: () => 'Free',
  notKnown: () => 'not known yet',
  chooseAgain: () => 'choose again',
  staleBecause: (method: string, why: string) => (why === '' ? method : `${method}: ${why}`),
  tax: () => 'Tax',
  taxRate: (rate: string) => `Tax ${rate}`,
  about: (amount: string) => `about ${amount}`,
  aboutWhy: () => 'estimated for our own place; not in the total',
  contained: () => 'contained in the prices',
  exempt: (reason: string) => `exempt: ${reason}`,
  total: () => 'Total',
  optional: () => 'Optional, not in the total',
  plusOpen: (open: Order['totals']['open']) => plus[open.length === 2 ? 'both' : (open[0] ?? 'none')],
  summary: () => 'Order summary',
  noLines: () => 'No lines yet',
  moreLines: (count: number) => (count === 1 ? 'and 1 more line' : `and ${count} more lines`),
};
