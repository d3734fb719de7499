import type { fileRoutes } from '@backdesk/contract/file/routes.ts';
import type { Files } from '../../adapters/files/port.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import { openFile, openFileOfLink } from './commands/open-file.ts';
import { openProductPicture } from './commands/open-product-picture.ts';
import { uploadFile } from './commands/upload-file.ts';
import { presentFile } from './presenter.ts';

export function fileHandlers(files: Files): AllHandlers<typeof fileRoutes> {
  return {
    uploadFile: async (context, { query, body }) => presentFile(await uploadFile(context, files, body, query.fileName)),
    readFile: (context, { params }) => openFile(context, files, params.id),
    readThumbnail: (context, { params, query }) => openFile(context, files, params.id, query.size),
    readEstimateFile: (context, { params }) => openFileOfLink(context, files, params.id),
    readEstimateThumbnail: (context, { params, query }) => openFileOfLink(context, files, params.id, query.size),
    readProductPicture: { visit: ({ services }, { params }) => openProductPicture(services.db, files, params) },
  };
}
