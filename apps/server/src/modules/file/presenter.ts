import type { FileJson } from '@backdesk/contract/file/schema.ts';
import { fileKinds, kindNameOf } from '@backdesk/domain/file/kinds.ts';
import type { FileRow } from './queries.ts';

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
    thumbnailUrl: fileKinds[kind].isPicture ? `${url}/thumbnail` : null,
    createdAt: createdAt.toISOString(),
  };
}
