import type { MailTemplateName, Wording } from '@backdesk/domain/mail/mail-templates.ts';
import { sql } from 'kysely';
import type { CommandContext } from '../context.ts';
import { actorKey } from '../context.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'now' | 'actor'>;

export async function saveWording({ tx, scope, now, actor }: Context, name: MailTemplateName, { subject, text }: Wording): Promise<void> {
  await sql`insert into mail_templates (account_id, name, subject, body, updated_at, updated_by)
    values (${scope.accountId}, ${name}, ${subject}, ${text}, ${now}, ${actorKey(actor)})
    on conflict (account_id, name) do update
      set subject = excluded.subject, body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(tx);
}

export async function deleteWording({ tx, scope }: Context, name: MailTemplateName): Promise<void> {
  await sql`delete from mail_templates where account_id = ${scope.accountId} and name = ${name}`.execute(tx);
}
