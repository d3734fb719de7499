import { sql } from 'kysely';
import type { Database } from '../../../db/pool.ts';
import type { CommandContext } from '../../context.ts';

type Context = Pick<CommandContext, 'tx' | 'scope'>;

export type NewInvitation = {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly tokenHash: Buffer;
  readonly invitedBy: string;
  readonly invitedByName: string;
  readonly now: Date;
  readonly expiresAt: Date;
};

/** Writes it in the place of an open one of the same address: the link before stops working. */
export async function replaceInvitation({ tx, scope }: Context, wanted: NewInvitation): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ revoked_at: wanted.now })
    .where('account_id', '=', scope.accountId)
    .where('email', '=', wanted.email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  await tx
    .insertInto('invitations')
    .values({
      account_id: scope.accountId,
      id: wanted.id,
      email: wanted.email,
      roles: [...wanted.roles],
      token_sha256: wanted.tokenHash,
      invited_by: wanted.invitedBy,
      invited_by_name: wanted.invitedByName,
      created_at: wanted.now,
      sent_at: wanted.now,
      expires_at: wanted.expiresAt,
    })
    .execute();
}

/** Gives an open invitation a new token and new days. Answers whom it is for, or undefined when it is not open. */
export async function renewInvitation(
  { tx, scope }: Context,
  id: string,
  renewed: { readonly tokenHash: Buffer; readonly now: Date; readonly expiresAt: Date },
): Promise<{ readonly email: string; readonly roles: readonly string[] } | undefined> {
  return tx
    .updateTable('invitations')
    .set({ token_sha256: renewed.tokenHash, sent_at: renewed.now, expires_at: renewed.expiresAt })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(['email', 'roles'])
    .executeTakeFirst();
}

export async function markRevoked({ tx, scope }: Context, id: string, now: Date): Promise<boolean> {
  const updated = await tx
    .updateTable('invitations')
    .set({ revoked_at: now })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** Uses an invitation up: of several at once one gets it, the others undefined. */
export async function useInvitation(
  { tx, scope }: Context,
  id: string,
  now: Date,
): Promise<{ readonly email: string; readonly roles: readonly string[] } | undefined> {
  return tx
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['email', 'roles'])
    .executeTakeFirst();
}

/** An invitation by the hash of its token, in whatever account it is. */
export async function findInvitationByToken(db: Database, hash: Buffer) {
  return db
    .selectFrom('invitations as i')
    .innerJoin('accounts as a', 'a.account_id', 'i.account_id')
    .leftJoin('staff as s', (join) => join.on(sql`lower(s.email)`, '=', sql.ref('i.email')))
    .select(['i.id', 'i.account_id', 'i.email', 'i.roles', 'i.invited_by_name', 'i.expires_at', 'i.accepted_at', 'i.revoked_at', 'a.name as account_name'])
    .select(sql<boolean>`s.id is not null`.as('has_sign_in'))
    .where('i.token_sha256', '=', hash)
    .executeTakeFirst();
}
