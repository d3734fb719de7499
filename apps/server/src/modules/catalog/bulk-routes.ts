import type { BulkEdit, BulkEditDetail } from '@backdesk/contract/catalog/bulk-edit.ts';
import type { bulkEditRoutes } from '@backdesk/contract/catalog/bulk-routes.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { previewBulkEdit } from './commands/preview-bulk-edit.ts';
import { startBulkEdit } from './commands/start-bulk-edit.ts';
import { undoBulkEdit } from './commands/undo-bulk-edit.ts';
import { type BulkEditRow, getBulkEdit, listBulkEdits, listLeftProducts } from './queries/bulk-edits.ts';

function presentBulkEdit({ id, change, undoes, takesBack, count, done, changed, left, createdName, createdAt, finishedAt, ...row }: BulkEditRow): BulkEdit {
  const undo = row.isUndone ? 'undone' : row.isUndoable && finishedAt !== null ? 'possible' : 'none';
  const [startedAt, state] = [createdAt.toISOString(), finishedAt === null ? 'running' : 'done'] as const;
  return {
    ...{ id, state, change, undoes, isUndo: takesBack, undo, count, done, changed, left },
    ...{ startedBy: createdName, startedAt, finishedAt: finishedAt?.toISOString() ?? null },
  };
}

/** As many as a person looks through. */
const shown = 20;

async function bulkEditDetail({ db, scope }: ReadContext, id: string): Promise<BulkEditDetail> {
  const edit = presentBulkEdit(await getBulkEdit(db, scope, id));
  const left = edit.left === 0 ? [] : await listLeftProducts(db, scope, id, shown);
  return { ...edit, leftProducts: left.map((each) => ({ ...each, changedAt: each.changedAt?.toISOString() ?? null })) };
}

export const bulkEditHandlers: Handlers<typeof bulkEditRoutes> = {
  previewBulkEdit: async (context, { body }) => ({ ...(await previewBulkEdit(context, body)), currency: context.account.currency }),
  startBulkEdit: async (context, { body }) => presentBulkEdit(await getBulkEdit(context.tx, context.scope, await startBulkEdit(context, body))),
  getBulkEdit: (context, { params }) => bulkEditDetail(context, params.id),
  listBulkEdits: async ({ db, scope }) => ({ items: (await listBulkEdits(db, scope, shown)).map(presentBulkEdit) }),
  undoBulkEdit: async (context, { params }) => presentBulkEdit(await getBulkEdit(context.tx, context.scope, await undoBulkEdit(context, params.id))),
};
