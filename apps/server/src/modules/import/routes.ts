import type { importRoutes } from '@backdesk/contract/import/routes.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { cancelImport } from './commands/cancel-import.ts';
import { startImport } from './commands/start-import.ts';
import { exportProducts } from './export-products.ts';
import { assertMayRead, readableKinds } from './policy.ts';
import { presentImport, presentNotice } from './presenter.ts';
import { getImport, listImports, listNotices, listRefusedRows } from './queries/imports.ts';

export const importHandlers: Handlers<typeof importRoutes> = {
  exportProducts: async (context) => exportProducts(context),
  startImport: async (context, { query, body }) => {
    const mapping = query.layout === 'columns' ? (query.mapping ?? {}) : null;
    const run = { kind: query.kind, overwrite: query.overwrite, dryRun: query.dryRun, mapping, fileName: query.fileName ?? '' };
    return presentImport(await getImport(context.tx, context.scope, await startImport(context, run, body)));
  },
  startCustomerImport: async (context, { query, body }) => {
    const run = { kind: 'customers', overwrite: false, dryRun: query.dryRun, mapping: query.mapping ?? {}, fileName: query.fileName ?? '' } as const;
    return presentImport(await getImport(context.tx, context.scope, await startImport(context, run, body)));
  },
  listImports: async (context, { query }) => {
    const { rows, nextCursor } = await listImports(context, { ...query, kinds: readableKinds(context.actor) });
    return { items: rows.map(presentImport), nextCursor };
  },
  getImport: async (context, { params }) => presentImport(await readable(context, params.id)),
  cancelImport: async (context, { params }) => {
    await cancelImport(context, params.id);
    return presentImport(await getImport(context.tx, context.scope, params.id));
  },
  listImportNotices: async (context, { params, query }) => {
    await readable(context, params.id);
    const { rows, nextCursor } = await listNotices(context, params.id, query);
    return { items: rows.map(presentNotice), nextCursor };
  },
  listRefusedRows: async (context, { params, query }) => {
    await readable(context, params.id);
    return listRefusedRows(context, params.id, query);
  },
};

async function readable(context: ReadContext, id: string) {
  const run = await getImport(context.db, context.scope, id);
  assertMayRead(context.actor, run);
  return run;
}
