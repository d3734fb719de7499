// What was agreed with some companies of the demo store, and where they are beside the addresses of their people.
import { changeCompanyTerms as changeCompanyTermsBody, companyAddress, createCompany as createCompanyBody } from '@backdesk/contract/company/schema.ts';
import { changeCompanyTerms } from '../modules/company/commands/change-company-terms.ts';
import { createCompany } from '../modules/company/commands/create-company.ts';
import { deleteCompany } from '../modules/company/commands/delete-company.ts';
import type { DemoShop } from './demo-shop.ts';

const companies = [
  {
    name: 'Harbor Coffee Co.',
    number: 'HARBOR',
    notes: 'Delivers through the back door on Front Street, before nine.',
    terms: 'Net 30',
    role: 'Gold',
    taxExemption: null,
    creditLimitAmount: 1_500_000,
    addresses: [
      {
        label: 'Roastery',
        address: { company: 'Harbor Coffee Co.', line1: '88 Front Street', city: 'Brooklyn', region: 'NY', postcode: '11201', country: 'US' },
      },
      { label: 'Accounts', address: { company: 'Harbor Coffee Co.', line1: 'PO Box 412', city: 'New York', region: 'NY', postcode: '10004', country: 'US' } },
    ],
  },
  {
    name: 'Northside School',
    number: 'NORTHSIDE',
    notes: '',
    terms: 'Net 45, by purchase order',
    role: 'Silver',
    taxExemption: 'School, New York ST-119.1',
    creditLimitAmount: null,
    addresses: [
      {
        label: 'Receiving',
        address: { company: 'Northside School', line1: '224 Academy Road', city: 'Albany', region: 'NY', postcode: '12208', country: 'US' },
      },
    ],
  },
  {
    name: 'Groß Werkzeugbau GmbH',
    number: null,
    notes: '',
    terms: '14 days, 2 % off when paid within 7',
    role: null,
    taxExemption: null,
    creditLimitAmount: 400_000,
    addresses: [
      { label: 'Werk 2', address: { company: 'Groß Werkzeugbau GmbH', line1: 'Wendenschloßstraße 12', city: 'Berlin', postcode: '12559', country: 'DE' } },
    ],
  },
];

/** The companies with terms of their own; the others are made by the customers who name them. */
export async function seedCompanies(shop: DemoShop, roles: ReadonlyMap<string, string>): Promise<void> {
  const moment = { by: shop.ana, daysAgo: 85 };
  for (const { name, number, notes, addresses, terms, role, taxExemption, creditLimitAmount } of companies) {
    const body = createCompanyBody.parse({ name, number, notes, addresses: addresses.map((address) => companyAddress.parse(address)) });
    const id = await shop.run(moment, (context) => createCompany(context, body));
    const agreed = changeCompanyTermsBody.parse({
      terms,
      taxExemption,
      roleId: role === null ? null : roles.get(role),
      creditLimit: creditLimitAmount === null ? null : { amount: creditLimitAmount, currency: 'USD' },
    });
    await shop.run(moment, (context) => changeCompanyTerms(context, id, agreed));
  }
  const closed = createCompanyBody.parse({ name: 'Old Mill Bakery', number: 'OLDMILL', notes: 'Closed at the end of the summer.' });
  const id = await shop.run(moment, (context) => createCompany(context, closed));
  await shop.run({ by: shop.ana, daysAgo: 11 }, (context) => deleteCompany(context, id));
}
