import { createCustomer as createCustomerBody, newAddress } from '@backdesk/contract/customer/schema.ts';
import { addAddress } from '../modules/customer/commands/add-address.ts';
import { createCustomer } from '../modules/customer/commands/create-customer.ts';
import { deleteCustomer } from '../modules/customer/commands/delete-customer.ts';
import { setPriceRole } from '../modules/customer/commands/set-price-role.ts';
import { demoCustomers } from './customers.ts';
import type { DemoShop } from './demo-shop.ts';
import { demoFieldValues } from './seed-fields.ts';

/** The customers with their companies and addresses. Answers their ids by name. */
export async function seedCustomers(shop: DemoShop, roles: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, { address, ...customer }] of demoCustomers.entries()) {
    const place =
      address === null
        ? []
        : [
            {
              label: 'Main',
              address: { ...address, name: customer.name, company: customer.company ?? '', phone: customer.phone },
              defaultShipping: true,
              defaultBilling: true,
            },
          ];
    const body = createCustomerBody.parse({ ...customer, fields: demoFieldValues[customer.name] ?? {}, addresses: place });
    ids.set(customer.name, await shop.run({ by: shop.jonas, daysAgo: 80 - index }, (context) => createCustomer(context, body)));
  }
  await seedBooks(shop, ids);
  const kestrel = ids.get('Sarah Whitfield');
  const roleId = roles.get('Silver');
  if (kestrel !== undefined && roleId !== undefined) await shop.run({ by: shop.ana, daysAgo: 50 }, (context) => setPriceRole(context, kestrel, { roleId }));
  await seedGone(shop);
  return ids;
}

/** Somebody who ships to more places than one. */
async function seedBooks(shop: DemoShop, ids: ReadonlyMap<string, string>): Promise<void> {
  const dana = ids.get('Dana Wu');
  if (dana === undefined) return;
  const places = [
    { label: 'Popup, summer', address: { name: 'Dana Wu', line1: '300 Ocean Avenue', city: 'Long Branch', region: 'NJ', postcode: '07740', country: 'US' } },
    {
      label: 'Montréal',
      address: { name: 'Dana Wu', line1: '3700 boulevard Saint-Laurent', city: 'Montréal', region: 'QC', postcode: 'H2X 2V4', country: 'CA' },
    },
  ];
  for (const place of places) await shop.run({ by: shop.jonas, daysAgo: 40 }, (context) => addAddress(context, dana, newAddress.parse(place)));
}

/** One who may not order any more, and one who was deleted a week ago and can still come back. */
async function seedGone(shop: DemoShop): Promise<void> {
  const make = (body: Parameters<typeof createCustomerBody.parse>[0]) =>
    shop.run({ by: shop.ana, daysAgo: 60 }, (context) => createCustomer(context, createCustomerBody.parse(body)));
  const closed = { name: 'Peter Vance', email: 'peter@vancemotors.example', company: 'Vance Motors', phone: '+1 914 555 0119', active: false };
  await make({ ...closed, notes: 'Two orders never paid. Ana decides whether to open again.' });
  const left = await make({ name: 'Lena Hartmann', email: 'lena@canalbrewing.example', company: 'Canal Brewing', phone: '+1 201 555 0178' });
  await shop.run({ by: shop.ana, daysAgo: 7 }, (context) => deleteCustomer(context, left));
}
