import { randomBytes } from 'node:crypto';
import type { NewId } from '../../../adapters/ids/new-id.ts';
import type { Database } from '../../../db/pool.ts';
import { hashPassword } from '../password.ts';
import { findFirstAccountId } from '../queries/people.ts';
import { insertAccount, insertMembership, insertStaff } from '../store/people.ts';

export type FirstAccount = {
  readonly accountId: string;
  /** The password to print, when none was given and one was made up. */
  readonly madePassword: string | undefined;
};

type Wanted = { readonly storeName: string; readonly email: string; readonly password: string | undefined };

/**
 * At the first start: an account and the owner of it, in one transaction. Answers undefined when there is an account
 * already; processes that start together take turns by the lock, and the second finds it.
 */
export async function createOwner(db: Database, newId: NewId, wanted: Wanted): Promise<FirstAccount | undefined> {
  if ((await findFirstAccountId(db)) !== undefined) return undefined;
  const madePassword = wanted.password === undefined ? randomBytes(12).toString('base64url') : undefined;
  const passwordHash = await hashPassword(wanted.password ?? madePassword ?? '');
  return db.transaction().execute(async (tx) => {
    if ((await findFirstAccountId(tx, 'and_wait')) !== undefined) return undefined;
    const accountId = newId();
    const staffId = newId();
    await insertAccount(tx, { id: accountId, code: 'main', name: wanted.storeName });
    await insertStaff(tx, { id: staffId, credentialId: newId(), email: wanted.email, name: 'Owner', passwordHash });
    await insertMembership(tx, { accountId, staffId, roles: ['owner'] });
    return { accountId, madePassword };
  });
}
