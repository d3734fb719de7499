// What the print shop of the demo asks for beyond the usual.
import { newCustomerField, newOrderField } from '@backdesk/contract/field/schema.ts';
import { createField } from '../modules/field/commands/create-field.ts';
import type { DemoShop } from './demo-shop.ts';

const customerFields = [
  { code: 'industry', label: 'Industry', type: 'select', options: ['Food & drink', 'Education', 'Health', 'Retail', 'Events', 'Other'] },
  { code: 'tax_certificate', label: 'Tax certificate', type: 'link', help: 'Where the certificate is kept' },
  { code: 'next_review', label: 'Next review', type: 'datetime', help: 'When terms and prices are looked at again' },
];

const orderFields = [
  { code: 'in_hands_date', label: 'In-hands date', type: 'text', help: 'When the customer must have it', shownOnOrders: true },
  { code: 'rush', label: 'Rush', type: 'checkbox', help: 'Goes before everything else in the shop' },
];

/** Values of some customers, by name. */
export const demoFieldValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Dana Wu': { industry: 'Food & drink', next_review: '2027-01-15T15:00:00Z' },
  'Marcus Bell': { industry: 'Food & drink' },
  'Priya Raman': { industry: 'Education', tax_certificate: 'https://certificates.example/northside-school.pdf' },
};

export async function seedFields(shop: DemoShop): Promise<void> {
  const moment = { by: shop.ana, daysAgo: 89 };
  for (const field of customerFields) await shop.run(moment, (context) => createField(context, 'customer', newCustomerField.parse(field)));
  for (const field of orderFields) await shop.run(moment, (context) => createField(context, 'order', newOrderField.parse(field)));
}
