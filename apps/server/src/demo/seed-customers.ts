import { createCustomer as createCustomerBody } from '@backdesk/contract/customer/schema.ts';
import { createCustomer } from '../modules/customer/commands/create-customer.ts';
import { demoCustomers } from './customers.ts';
import type { DemoShop } from './demo-shop.ts';
import { demoFieldValues } from './seed-fields.ts';

/** The customers with their companies and addresses. Answers their ids by name. */
export async function seedCustomers(shop: DemoShop): Promise<ReadonlyMap<string, string>> {
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
  return ids;
}
