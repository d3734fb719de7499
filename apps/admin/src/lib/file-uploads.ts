import { fetchTelling } from '@backdesk/contract/fetch-telling.ts';
import type { FileUploads } from '@backdesk/ordering/files/file-uploads.tsx';
import { api } from './api.ts';

/** Files as staff send and read them. */
export const deskFiles: FileUploads = {
  upload: async (file, { signal, onSent }) => {
    const { id, name, mediaType, bytes } = await api.uploadFile({ query: { fileName: file.name }, body: file }, { signal, fetch: fetchTelling(onSent) });
    return { id, name, mediaType, bytes };
  },
  urlOf: (id) => `/api/v1/files/${id}`,
  thumbnailOf: (id) => `/api/v1/files/${id}/thumbnail`,
  previewOf: (id) => `/api/v1/files/${id}/thumbnail?size=large`,
};
