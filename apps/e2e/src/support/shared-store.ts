// An account of its own on the shared server: who signs in as its owner is in it, and sees and disturbs nobody else.
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { openDatabase, openPool } from '../../../server/src/db/pool.ts';
import { hashPassword } from '../../../server/src/modules/staff/password.ts';
import { insertAccount, insertMembership, insertStaff } from '../../../server/src/modules/staff/store/people.ts';
import type { Store } from './journey.ts';
import { runBackdesk } from './server.ts';

export async function openSharedStore(): Promise<Store> {
  const { url, databaseUrl, environment } = inject('sharedServer');
  const accountId = randomUUID();
  const code = `store-${accountId.slice(0, 8)}`;
  // A person is one in the whole installation, so each store has an owner of its own.
  const owner = { email: `owner@${code}.example`, password: 'correct horse battery staple' };
  const staffId = randomUUID();
  // A sign-in at the real cost takes three tenths of a second; how that cost is chosen is tested elsewhere.
  const passwordHash = await hashPassword(owner.password, { log2N: 4, r: 1, p: 1 });
  const db = openDatabase(openPool(databaseUrl, 1));
  try {
    await db.transaction().execute(async (tx) => {
      await insertAccount(tx, { id: accountId, code, name: 'My store' });
      await insertStaff(tx, { id: staffId, credentialId: randomUUID(), email: owner.email, name: 'Owner', passwordHash });
      await insertMembership(tx, { accountId, staffId, roles: ['owner'] });
    });
  } finally {
    await db.destroy();
  }
  return { url, owner, backdesk: (...args) => runBackdesk(environment, [...args, '--account', code]), close: async () => {} };
}
