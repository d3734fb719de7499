import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';

type Db = Kysely<Tables>;

export type TemplateRow = { readonly id: string; readonly name: string; readonly content: unknown; readonly lineCount: number; readonly createdAt: Date };

const columns = ['id', 'name', 'content', 'line_count as lineCount', 'created_at as createdAt'] as const;

export async function listTemplates(db: Db, scope: AccountScope): Promise<readonly TemplateRow[]> {
  return db.selectFrom('order_templates').select(columns).where('account_id', '=', scope.accountId).orderBy('name').orderBy('id').execute();
}

export async function findTemplate(db: Db, scope: AccountScope, id: string): Promise<TemplateRow | undefined> {
  return db.selectFrom('order_templates').select(columns).where('account_id', '=', scope.accountId).where('id', '=', id).executeTakeFirst();
}
