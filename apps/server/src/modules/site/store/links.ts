import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, CommandContext } from '../../context.ts';

type Db = Kysely<Tables>;

export type LinkPurpose = 'register' | 'invite' | 'reset';
export type CustomerLink = {
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly customerId: string | null;
  readonly expiresAt: Date;
};

const columns = ['purpose', 'email', 'name', 'company', 'phone', 'customer_id as customerId', 'expires_at as expiresAt'] as const;

/** Keeps what a new link opens; those of its kind before it for the address work no more. */
export async function replaceLink({ tx, scope, now }: CommandContext, tokenHash: Buffer, link: CustomerLink): Promise<void> {
  await deleteLinks(tx, scope, link.email, link.purpose);
  const { purpose, email, name, company, phone, customerId, expiresAt } = link;
  await tx
    .insertInto('customer_links')
    .values({
      account_id: scope.accountId,
      token_sha256: tokenHash,
      purpose,
      email,
      name,
      company,
      phone,
      customer_id: customerId,
      expires_at: expiresAt,
      created_at: now,
    })
    .execute();
}

export async function findCustomerLink(db: Db, scope: AccountScope, tokenHash: Buffer): Promise<CustomerLink | undefined> {
  const row = await db
    .selectFrom('customer_links')
    .select(columns)
    .where('account_id', '=', scope.accountId)
    .where('token_sha256', '=', tokenHash)
    .executeTakeFirst();
  return row as CustomerLink | undefined;
}

/** Uses a link up. Of a hundred at once one gets an answer: the row is gone for the others. */
export async function takeCustomerLink(tx: Db, scope: AccountScope, tokenHash: Buffer, now: Date): Promise<CustomerLink | undefined> {
  const row = await tx
    .deleteFrom('customer_links')
    .where('account_id', '=', scope.accountId)
    .where('token_sha256', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning(columns)
    .executeTakeFirst();
  return row as CustomerLink | undefined;
}

export async function deleteLinks(db: Db, scope: AccountScope, email: string, purpose?: LinkPurpose): Promise<void> {
  await sql`delete from customer_links where account_id = ${scope.accountId} and lower(email) = lower(${email})
    and (${purpose ?? null}::text is null or purpose = ${purpose ?? null})`.execute(db);
}

/** When the customer was last invited, while that link works. */
export async function findInvitedAt(db: Db, scope: AccountScope, customerId: string, now: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('customer_links')
    .select('created_at')
    .where('account_id', '=', scope.accountId)
    .where('customer_id', '=', customerId)
    .where('purpose', '=', 'invite')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.created_at;
}

export async function purgeCustomerLinks(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('customer_links').where('expires_at', '<', now).execute();
}
