import type { siteFileRoutes } from '@backdesk/contract/site/file-routes.ts';
import type { Files } from '../../adapters/files/port.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import type { Limits } from '../access/limits.ts';
import { placeOf } from '../access/limits.ts';
import { openFile } from './commands/open-file.ts';
import { uploadFile } from './commands/upload-file.ts';
import { presentSiteFile } from './presenter.ts';

/** Files of customers and guests: fewer, smaller, and read by whose they are. */
export function siteFileHandlers(files: Files, limits: Limits): AllHandlers<typeof siteFileRoutes> {
  return {
    uploadSiteFile: async (context, { query, body }) => {
      await limits.take('site_upload', placeOf(context.origin?.ipAddress ?? ''));
      return presentSiteFile(await uploadFile(context, files, body, query.fileName));
    },
    readSiteFile: (context, { params }) => openFile(context, files, params.id),
    readSiteThumbnail: (context, { params, query }) => openFile(context, files, params.id, query.size),
  };
}
