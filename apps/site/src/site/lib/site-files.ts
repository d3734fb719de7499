import { fetchTelling } from '@backdesk/contract/fetch-telling.ts';
import type { FileUploads } from '@backdesk/ordering/files/file-uploads.tsx';
import { api } from './api.ts';

/** Files as customers send and read them. */
export const siteFiles: FileUploads = {
  upload: async (file, { signal, onSent }) => {
    const { id, name, mediaType, bytes } = await api.uploadSiteFile({ query: { fileName: file.name }, body: file }, { signal, fetch: fetchTelling(onSent) });
    return { id, name, mediaType, bytes };
  },
  urlOf: (id) => `/api/site/v1/files/${id}`,
  thumbnailOf: (id) => `/api/site/v1/files/${id}/thumbnail`,
  previewOf: (id) => `/api/site/v1/files/${id}/thumbnail?size=large`,
};
