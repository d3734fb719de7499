import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';
import { actorKey } from '../../context.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'now' | 'actor'>;

export type NewCartLink = {
  readonly id: string;
  readonly orderId: string;
  readonly tokenHash: Buffer;
  readonly expiresAt: Date;
  readonly mailedTo: string | null;
};

export async function insertCartLink({ tx, scope, now, actor }: Context, link: NewCartLink): Promise<void> {
  await sql`insert into cart_links (account_id, id, order_id, token_sha256, created_at, created_by, created_by_name, expires_at, mailed_to)
    values (${scope.accountId}, ${link.id}, ${link.orderId}, ${link.tokenHash}, ${now}, ${actorKey(actor)}, ${actor.name}, ${link.expiresAt}, ${link.mailedTo})`.execute(
    tx,
  );
}

/** Said twice it is the same: the first time stands. */
export async function markCartLinkRevoked({ tx, scope, now }: Context, id: string): Promise<void> {
  await sql`update cart_links set revoked_at = ${now} where account_id = ${scope.accountId} and id = ${id} and revoked_at is null`.execute(tx);
}
