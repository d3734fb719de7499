import type { MailTemplateName, Wording } from '@backdesk/domain/mail/mail-templates.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';

type Db = Kysely<Tables>;

/** What the account wrote, by template; those it left as they come are missing. */
export async function listWordings(db: Db, scope: AccountScope): Promise<ReadonlyMap<string, Wording>> {
  const { rows } = await sql<Wording & { name: string }>`
    select name, subject, body as text from mail_templates where account_id = ${scope.accountId}`.execute(db);
  return new Map(rows.map(({ name, subject, text }) => [name, { subject, text }]));
}

/** undefined: it says what it says as it comes. */
export async function findWording(db: Db, scope: AccountScope, name: MailTemplateName): Promise<Wording | undefined> {
  return (await listWordings(db, scope)).get(name);
}
