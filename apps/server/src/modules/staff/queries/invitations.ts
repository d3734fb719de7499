import type { Invitation } from '@backdesk/contract/staff/schema.ts';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

const columns = ['id', 'email', 'roles', 'invited_by_name', 'sent_at', 'expires_at'] as const;
type Row = {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly invited_by_name: string;
  readonly sent_at: Date;
  readonly expires_at: Date;
};

const invitationOf = (row: Row, now: Date): Invitation => ({
  id: row.id,
  email: row.email,
  roles: [...row.roles],
  invitedBy: row.invited_by_name,
  sentAt: row.sent_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  isExpired: row.expires_at <= now,
});

type Context = Pick<ReadContext, 'db' | 'scope' | 'now'>;
const open = ({ db, scope }: Context) =>
  db.selectFrom('invitations').select(columns).where('account_id', '=', scope.accountId).where('accepted_at', 'is', null).where('revoked_at', 'is', null);

/** Neither accepted nor taken back; those that have expired too, for they can be sent again. */
export async function listInvitations(context: Context, query: { readonly cursor?: string | undefined; readonly limit: number }) {
  let select = open(context);
  if (query.cursor !== undefined) select = select.where('id', '<', decodeCursor(query.cursor, ['uuid'])[0]);
  const rows = await select
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => invitationOf(row, context.now)),
    nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([last.id]) : null,
  };
}

export async function getInvitation(context: Context, id: string): Promise<Invitation> {
  const row = await open(context).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Problem('not_found');
  return invitationOf(row, context.now);
}
