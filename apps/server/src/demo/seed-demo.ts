import { randomBytes } from 'node:crypto';
import { findSystemActing } from '../db/sign-in-queries.ts';
import type { Acting, Services } from '../db/transaction.ts';
import { inTransaction } from '../db/transaction.ts';
import { changeSettings } from '../modules/settings/commands/change-settings.ts';
import { hashPassword } from '../modules/staff/password.ts';
import { insertMembership, insertStaff } from '../modules/staff/store/people.ts';
import { type DemoStaff, openDemoShop } from './demo-shop.ts';
import { seedCatalogue } from './seed-catalogue.ts';
import { seedCustomers } from './seed-customers.ts';
import { seedOrders } from './seed-orders.ts';
import { seedSettings } from './seed-settings.ts';

/**
 * Fills the account with a print shop that has been open for three months. The same every time but for the ids and the
 * dates, which count back from now. Everything is made by the commands; only its two salespeople are rows, since staff
 * are not made by command yet. Nobody knows their passwords until one is set.
 */
export async function seedDemo(services: Services, acting: Acting): Promise<void> {
  await inTransaction(services, acting, (context) =>
    changeSettings(context, { country: 'US', region: 'NY', postcode: '10013', timeZone: 'America/New_York', accent: '#0d5c68' }),
  );
  const current = (await findSystemActing(services.db, acting.scope.accountId)) ?? acting;
  const ana = await addStaff(services, current, 'Ana Reyes', 'ana@ridgeline.example');
  const jonas = await addStaff(services, current, 'Jonas Berg', 'jonas@ridgeline.example');
  const shop = openDemoShop(services, current, { ana, jonas });
  const rates = await seedSettings(shop);
  await seedCatalogue(shop);
  const customers = await seedCustomers(shop);
  await seedOrders(shop, { customers, rates });
}

async function addStaff(services: Services, { scope }: Acting, name: string, email: string): Promise<DemoStaff> {
  const staff = { id: services.newId(), name, email };
  const passwordHash = await hashPassword(randomBytes(24).toString('base64url'));
  await services.db.transaction().execute(async (tx) => {
    await insertStaff(tx, { ...staff, credentialId: services.newId(), passwordHash });
    await insertMembership(tx, { accountId: scope.accountId, staffId: staff.id, roles: ['sales'] });
  });
  return staff;
}
