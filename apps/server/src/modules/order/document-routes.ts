import type { documentRoutes } from '@backdesk/contract/estimate/document-routes.ts';
import type { estimateRoutes } from '@backdesk/contract/estimate/routes.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import type { Handlers } from '../context.ts';
import { openCertificate, openOwnCertificate } from '../estimate/commands/open-certificate.ts';
import { type DocumentParts, openDocument } from '../estimate/commands/open-document.ts';
import { sendPurchaseOrder } from '../estimate/commands/send-purchase-order.ts';
import { presentFile } from '../file/presenter.ts';
import { drawEstimateDocument } from './commands/draw-estimate-document.ts';

/** Estimates on paper, for staff and by link; and the customer's own paper. */
export function documentHandlers(parts: DocumentParts): AllHandlers<typeof documentRoutes> & Pick<Handlers<typeof estimateRoutes>, 'sendPurchaseOrder'> {
  return {
    drawDocument: async (context, { params }) => presentFile(await drawEstimateDocument(context, parts.files, params.id, params.revision)),
    readDocument: (context, { query }) => openDocument(context, parts, query.revision),
    readCertificate: (context, { params }) => openCertificate(context, parts, params.id, params.revision),
    readOwnCertificate: (context, { params }) => openOwnCertificate(context, parts, params.revision),
    sendPurchaseOrder: async (context, { query, body }) => {
      const { id, name, mediaType, bytes } = await sendPurchaseOrder(context, parts.files, body, query.fileName);
      return { id, name, mediaType, bytes };
    },
  };
}
