import type { Config } from './config.ts';
import { findSystemActing } from './db/sign-in-queries.ts';
import type { Services } from './db/transaction.ts';
import { seedDefaults } from './demo/seed-defaults.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { logError } from './http/log.ts';
import { createOwner } from './modules/staff/commands/create-owner.ts';

export type FirstStart = { readonly email: string; readonly password: string | undefined };

/**
 * On a database without an account: makes the account, its owner and the demo store. Answers what to sign in with
 * (`password` only when it was made up: it is printed this once), or undefined when it is not the first start.
 */
export async function firstStart(services: Services, config: Config): Promise<FirstStart | undefined> {
  const { email, password } = config.owner;
  const storeName = config.hasDemo ? 'Ridgeline Print' : 'My store';
  const made = await createOwner(services.db, services.newId, { storeName, email, password });
  if (made === undefined) return undefined;
  const acting = await findSystemActing(services.db, made.accountId);
  if (acting !== undefined) {
    const seed = config.hasDemo ? seedDemo : seedDefaults;
    // A demo that fails must not keep anybody from their own store.
    await seed(services, acting).catch((error: unknown) => logError('The store could not be filled', error));
  }
  return { email, password: made.madePassword };
}
