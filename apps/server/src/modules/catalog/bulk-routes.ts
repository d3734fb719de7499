import type { BulkEdit } from '@backdesk/contract/catalog/bulk-edit.ts';
import type { bulkEditRoutes } from '@backdesk/contract/catalog/bulk-routes.ts';
import type { Handlers } from '../context.ts';
import { previewBulkEdit } from './commands/preview-bulk-edit.ts';
import { startBulkEdit } from './commands/start-bulk-edit.ts';
import { type BulkEditRow, getBulkEdit } from './queries/bulk-edits.ts';

function presentBulkEdit({ id, count, done, changed, createdAt, finishedAt }: BulkEditRow): BulkEdit {
  const state = finishedAt === null ? 'running' : 'done';
  return { id, state, count, done, changed, startedAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
}

export const bulkEditHandlers: Handlers<typeof bulkEditRoutes> = {
  previewBulkEdit: async (context, { body }) => ({ ...(await previewBulkEdit(context, body)), currency: context.account.currency }),
  startBulkEdit: async (context, { body }) => presentBulkEdit(await getBulkEdit(context.tx, context.scope, await startBulkEdit(context, body))),
  getBulkEdit: async ({ db, scope }, { params }) => presentBulkEdit(await getBulkEdit(db, scope, params.id)),
};
