const fields: Readonly<Record<string, string>> = {
  name: 'the name',
  poNumber: 'the PO number',
  dueOn: 'the due date',
  paymentTerms: 'the payment terms',
  deposit: 'the deposit',
  noteCustomer: 'the note',
  noteInternal: 'the internal note',
  quantity: 'the quantity',
};
const steps: Readonly<Record<string, string>> = {
  set_shipping: 'the shipping address',
  set_shipments: 'the shipments',
  set_shipping_method: 'the shipping method',
  type_shipping_price: 'the price for shipping',
  set_billing: 'the billing address',
  set_payment: 'the payment',
  fill_checkout: 'the checkout',
  set_codes: 'the discount codes',
  set_discounts: 'the discounts',
};

export const t = {
  what: (kind: string, field: string) => steps[kind] ?? fields[field] ?? 'this',
  conflict: (by: string, what: string, time: string) => `${by} changed ${what} at ${time}.`,
  keepMine: (value: string) => `Keep mine: ${value}`,
  takeTheirs: (value: string) => `Take theirs: ${value}`,
  keep: () => 'Keep mine',
  take: () => 'Take theirs',
  mine: (time: string) => `You, ${time}`,
  theirs: (by: string, time: string) => `${by}, ${time}`,
  empty: () => 'nothing',
  yes: () => 'yes',
  no: () => 'no',
  remove: () => 'Remove',
  notSaved: (reason: string) => `Not saved: ${reason}`,
  dismiss: () => 'Dismiss',
};
