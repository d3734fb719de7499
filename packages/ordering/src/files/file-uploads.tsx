import type { Sent } from '@backdesk/contract/fetch-telling.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import { createContext, type ReactNode, useContext } from 'react';

/** How the face we are in sends a file, and where it reads one. */
export type FileUploads = {
  readonly upload: (file: File, how: { readonly signal: AbortSignal; readonly onSent: (sent: Sent) => void }) => Promise<FileFacts>;
  readonly urlOf: (id: string) => string;
  readonly thumbnailOf: (id: string) => string;
  /** The picture, or the first page of a PDF, as large as a screen needs. */
  readonly previewOf: (id: string) => string;
};

const FileUploadsContext = createContext<FileUploads | null>(null);

export function FileUploadsProvider({ uploads, children }: { uploads: FileUploads; children: ReactNode }) {
  return <FileUploadsContext value={uploads}>{children}</FileUploadsContext>;
}

/** null: files are not sent or read here; their names stand alone. */
export function useFileUploads(): FileUploads | null {
  return useContext(FileUploadsContext);
}
