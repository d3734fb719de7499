import type { FileJson } from '@backdesk/contract/file/schema.ts';
import { kindNameOf } from '@backdesk/domain/file/kinds.ts';
import { hasPictures } from './file-key.ts';
import type { FileRow } from './queries.ts';

/** A file as customers are told of it: read by the site's own addresses. */
export function presentSiteFile(row: FileRow): Pick<FileJson, 'id' | 'name' | 'kind' | 'mediaType' | 'bytes'> {
  const { id, name, kind, mediaType, bytes } = presentFile(row);
  return { id, name, kind, mediaType, bytes };
}

export function presentFile(file: FileRow): FileJson {
  const kind = kindNameOf(file.mediaType);
  if (kind === undefined) throw new Error(`A file has a type that is not ours: ${file.mediaType}`);
  const { id, name, mediaType, bytes, width, height, createdAt } = file;
  const url = `/api/v1/files/${id}`;
  return {
    id,
    name,
    kind,
    mediaType,
    bytes,
    width,
    height,
    url,
    thumbnailUrl: hasPictures(file) ? `${url}/thumbnail` : null,
    createdAt: createdAt.toISOString(),
  };
}
