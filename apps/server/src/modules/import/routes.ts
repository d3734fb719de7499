import type { importRoutes } from '@backdesk/contract/import/routes.ts';
import type { Handlers } from '../context.ts';
import { startImport } from './commands/start-import.ts';
import { presentImport, presentNotice } from './presenter.ts';
import { getImport, listNotices } from './queries/imports.ts';

export const importHandlers: Handlers<typeof importRoutes> = {
  startImport: async (context, { query, body }) => presentImport(await getImport(context.tx, context.scope, await startImport(context, query, body))),
  getImport: async ({ db, scope }, { params }) => presentImport(await getImport(db, scope, params.id)),
  listImportNotices: async (context, { params, query }) => {
    const { rows, nextCursor } = await listNotices(context, params.id, query);
    return { items: rows.map(presentNotice), nextCursor };
  },
};
