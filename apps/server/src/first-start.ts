import type { Config } from './config.ts';
import { findSystemActing } from './db/sign-in-queries.ts';
import type { Acting, Services } from './db/transaction.ts';
import { logError } from './http/log.ts';
import { createOwner } from './modules/staff/commands/create-owner.ts';

export type FirstStart = { readonly email: string; readonly password: string | undefined };

/** Fills the account with the demo store, through the commands, as the system. */
export type SeedDemo = (services: Services, acting: Acting) => Promise<void>;

/** Wired to `demo/seed-demo.ts` as soon as that is there. */
const seedDemo: SeedDemo | undefined = undefined as SeedDemo | undefined;

/**
 * On a database without an account: makes the account, its owner and the demo store. Answers what to sign in with
 * (`password` only when it was made up: it is printed this once), or undefined when it is not the first start.
 */
export async function firstStart(services: Services, config: Config): Promise<FirstStart | undefined> {
  const { email, password } = config.owner;
  const storeName = config.hasDemo ? 'Northwind Print & Promo' : 'My store';
  const made = await createOwner(services.db, services.newId, { storeName, email, password });
  if (made === undefined) return undefined;
  const acting = await findSystemActing(services.db, made.accountId);
  if (config.hasDemo && seedDemo !== undefined && acting !== undefined) {
    // A demo that fails must not keep anybody from their own store.
    await seedDemo(services, acting).catch((error: unknown) => logError('The demo store could not be made', error));
  }
  return { email, password: made.madePassword };
}
