import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

type Context = Pick<CommandContext, 'tx' | 'scope'>;

export type MemberRow = { readonly id: string; readonly name: string; readonly email: string; readonly roles: readonly string[]; readonly active: boolean };

/**
 * All members of the account. First locks the account's row, so that two owners who demote each other take turns and the
 * second sees what the first did. `no key`: orders being made still refer to it.
 */
export async function lockMembers({ tx, scope }: Context): Promise<readonly MemberRow[]> {
  await tx.selectFrom('accounts').select('account_id').where('account_id', '=', scope.accountId).forNoKeyUpdate().execute();
  return tx
    .selectFrom('memberships as m')
    .innerJoin('staff as s', 's.id', 'm.staff_id')
    .select(['s.id', 's.name', 's.email', 'm.roles', 'm.active'])
    .where('m.account_id', '=', scope.accountId)
    .execute();
}

export async function updateMember({ tx, scope }: Context, staffId: string, values: { readonly roles: readonly string[]; readonly active: boolean }) {
  await tx
    .updateTable('memberships')
    .set({ roles: [...values.roles], active: values.active })
    .where('account_id', '=', scope.accountId)
    .where('staff_id', '=', staffId)
    .execute();
}

export async function deleteMember({ tx, scope }: Context, staffId: string): Promise<void> {
  await tx.deleteFrom('memberships').where('account_id', '=', scope.accountId).where('staff_id', '=', staffId).execute();
}

/** Whether the person may still sign in to any account. */
export async function isActiveAnywhere({ tx }: Context, staffId: string): Promise<boolean> {
  const found = await tx.selectFrom('memberships').select('staff_id').where('staff_id', '=', staffId).where('active', '=', true).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** The version that the next event of somebody or something here gets. Only under the account's lock. */
export async function nextVersion({ tx, scope }: Context, subjectId: string): Promise<number> {
  const row = await tx
    .selectFrom('events')
    .select(sql<number>`coalesce(max(version), 0) + 1`.as('next'))
    .where('account_id', '=', scope.accountId)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  return row?.next ?? 1;
}
