import type { documentRoutes } from '@backdesk/contract/estimate/document-routes.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import { type DocumentParts, openDocument } from '../estimate/commands/open-document.ts';
import { presentFile } from '../file/presenter.ts';
import { drawEstimateDocument } from './commands/draw-estimate-document.ts';

/** Estimates on paper, for staff and by link. */
export function documentHandlers(parts: DocumentParts): AllHandlers<typeof documentRoutes> {
  return {
    drawDocument: async (context, { params }) => presentFile(await drawEstimateDocument(context, parts.files, params.id, params.revision)),
    readDocument: (context, { query }) => openDocument(context, parts, query.revision),
  };
}
