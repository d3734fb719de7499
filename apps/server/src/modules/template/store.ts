import type { CommandContext } from '../context.ts';
import { actorKey } from '../context.ts';
import type { TemplateRow } from './queries.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'actor'>;

/** False when another template has the name, upper and lower case alike. */
export async function insertTemplate({ tx, scope, actor }: Context, { id, name, content, lineCount, createdAt }: TemplateRow): Promise<boolean> {
  const written = await tx
    .insertInto('order_templates')
    .values({
      ...{ account_id: scope.accountId, id, name, content: JSON.stringify(content) },
      ...{ line_count: lineCount, created_by: actorKey(actor), created_at: createdAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Whether there was one. */
export async function removeTemplate({ tx, scope }: Context, id: string): Promise<boolean> {
  const removed = await tx.deleteFrom('order_templates').where('account_id', '=', scope.accountId).where('id', '=', id).returning('id').executeTakeFirst();
  return removed !== undefined;
}
