import { randomBytes } from 'node:crypto';
import type { RoleName } from '@backdesk/domain/staff/roles.ts';
import { findSystemActing } from '../db/sign-in-queries.ts';
import type { Acting, Services } from '../db/transaction.ts';
import { inTransaction } from '../db/transaction.ts';
import { changeSettings } from '../modules/settings/commands/change-settings.ts';
import { inviteStaff } from '../modules/staff/commands/invite-staff.ts';
import { hashPassword } from '../modules/staff/password.ts';
import { insertMembership, insertStaff } from '../modules/staff/store/people.ts';
import { type DemoStaff, openDemoShop } from './demo-shop.ts';
import { seedBundles } from './seed-bundles.ts';
import { seedCatalogue } from './seed-catalogue.ts';
import { seedCategories } from './seed-categories.ts';
import { seedCompanies } from './seed-companies.ts';
import { seedCosts } from './seed-costs.ts';
import { seedCustomers } from './seed-customers.ts';
import { seedDiscounts } from './seed-discounts.ts';
import { seedFields } from './seed-fields.ts';
import { seedOrders } from './seed-orders.ts';
import { seedPriceRoles } from './seed-price-roles.ts';
import { seedSettings } from './seed-settings.ts';

/**
 * Fills the account with a print shop that has been open for three months. The same every time but for the ids and the
 * dates, which count back from now. Everything is made by the commands; only its salespeople and its viewer are
 * rows, since nobody is there to accept an invitation. Nobody knows their passwords: a forgotten one is set by the mail in the Outbox.
 */
export async function seedDemo(services: Services, acting: Acting): Promise<void> {
  await inTransaction(services, acting, (context) =>
    changeSettings(context, { country: 'US', region: 'NY', postcode: '10013', timeZone: 'America/New_York', accent: '#0d5c68' }),
  );
  const current = (await findSystemActing(services.db, acting.scope.accountId)) ?? acting;
  const ana = await addStaff(services, current, { name: 'Ana Reyes', email: 'ana@ridgeline.example', role: 'sales' });
  const jonas = await addStaff(services, current, { name: 'Jonas Berg', email: 'jonas@ridgeline.example', role: 'sales' });
  await addStaff(services, current, { name: 'Priya Nair', email: 'priya@ridgeline.example', role: 'viewer' });
  await inTransaction(services, current, (context) => inviteStaff(context, { email: 'luca@ridgeline.example', roles: ['approver'] }));
  const shop = openDemoShop(services, current, { ana, jonas });
  const rates = await seedSettings(shop);
  const products = await seedCatalogue(shop);
  await seedCosts(shop, products);
  const categories = await seedCategories(shop, products);
  await seedBundles(shop, categories);
  await seedFields(shop);
  const roles = await seedPriceRoles(shop, products);
  await seedDiscounts(shop, categories);
  await seedCompanies(shop, roles);
  const customers = await seedCustomers(shop, roles);
  await seedOrders(shop, { customers, rates });
}

type Wanted = { readonly name: string; readonly email: string; readonly role: RoleName };

async function addStaff(services: Services, { scope }: Acting, { name, email, role }: Wanted): Promise<DemoStaff> {
  const staff = { id: services.newId(), name, email };
  const passwordHash = await hashPassword(randomBytes(24).toString('base64url'));
  await services.db.transaction().execute(async (tx) => {
    await insertStaff(tx, { ...staff, credentialId: services.newId(), passwordHash });
    await insertMembership(tx, { accountId: scope.accountId, staffId: staff.id, roles: [role] });
  });
  return staff;
}
