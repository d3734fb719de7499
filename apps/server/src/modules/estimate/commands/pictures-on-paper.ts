import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { EstimatePdfInput } from '@backdesk/documents/pdf/types.ts';
import type { Files } from '../../../adapters/files/port.ts';
import type { ReadContext } from '../../context.ts';
import { fileKey, fileOfPictureUrl } from '../../file/file-key.ts';
import { type FileRow, listFiles } from '../../file/queries.ts';

type Pictures = Pick<EstimatePdfInput, 'logo' | 'pictures'>;

/** What the document of a revision shows: the logo it was frozen with, and where it says so the pictures of its lines that are files of ours. */
export async function picturesOnPaper(
  { db, scope }: Pick<ReadContext, 'db' | 'scope'>,
  files: Files,
  { account, lines, policies }: FrozenEstimate,
): Promise<Pictures> {
  const shown = new Map<string, string>();
  for (const { imageUrl } of policies.pictures === true ? lines : []) {
    const fileId = imageUrl === null ? undefined : fileOfPictureUrl(scope.accountId, imageUrl);
    if (imageUrl !== null && fileId !== undefined) shown.set(imageUrl, fileId);
  }
  const { logoFileId } = account;
  if (shown.size === 0 && logoFileId === undefined) return { pictures: {} };
  const found = await listFiles(db, scope, [...new Set([...shown.values(), ...(logoFileId === undefined ? [] : [logoFileId])])]);
  const byId = new Map(found.map((file) => [file.id, file]));
  const pictures: Record<string, Uint8Array> = {};
  for (const [url, id] of shown) {
    const file = byId.get(id);
    if (file !== undefined) pictures[url] = await smallOf(files, file);
  }
  const logo = byId.get(logoFileId ?? '');
  return { pictures, ...(logo !== undefined && { logo: await smallOf(files, logo) }) };
}

const smallOf = async (files: Files, file: FileRow) => new Uint8Array(await new Response(await files.open(fileKey(file, 'small'))).arrayBuffer());
