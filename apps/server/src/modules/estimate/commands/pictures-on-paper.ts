import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { EstimatePdfInput } from '@backdesk/documents/pdf/types.ts';
import type { Files } from '../../../adapters/files/port.ts';
import type { ReadContext } from '../../context.ts';
import { fileKey, fileOfPictureUrl, hasPictures } from '../../file/file-key.ts';
import { type FileRow, listFiles } from '../../file/queries.ts';

type Pictures = Pick<EstimatePdfInput, 'logo' | 'pictures' | 'artwork'>;

/**
 * What the document of a revision shows: the logo it was frozen with, and where it says so the pictures of its lines that are files of
 * ours, and what was sent with them.
 */
export async function picturesOnPaper(
  { db, scope }: Pick<ReadContext, 'db' | 'scope'>,
  files: Files,
  { account, lines, policies }: FrozenEstimate,
): Promise<Pictures> {
  const drawn = policies.pictures === true ? lines : [];
  const ofProducts = new Map(
    drawn.flatMap(({ imageUrl }) => {
      const fileId = imageUrl === null ? undefined : fileOfPictureUrl(scope.accountId, imageUrl);
      return imageUrl === null || fileId === undefined ? [] : [[imageUrl, fileId] as const];
    }),
  );
  const sent = new Map(drawn.flatMap(({ answers = [] }) => answers.flatMap(({ file }) => (file === undefined ? [] : [[file.id, file.id] as const]))));
  const { logoFileId } = account;
  const ids = [...ofProducts.values(), ...sent.values(), ...(logoFileId === undefined ? [] : [logoFileId])];
  if (ids.length === 0) return { pictures: {} };
  const byId = new Map((await listFiles(db, scope, [...new Set(ids)])).map((file) => [file.id, file]));
  const smallOnes = async (wanted: ReadonlyMap<string, string>) => {
    const pictures: Record<string, Uint8Array> = {};
    for (const [key, id] of wanted) {
      const file = byId.get(id);
      if (file !== undefined && hasPictures(file)) pictures[key] = await smallOf(files, file);
    }
    return pictures;
  };
  const logo = byId.get(logoFileId ?? '');
  const artwork = await smallOnes(sent);
  return {
    pictures: await smallOnes(ofProducts),
    ...(Object.keys(artwork).length > 0 && { artwork }),
    ...(logo !== undefined && { logo: await smallOf(files, logo) }),
  };
}

const smallOf = async (files: Files, file: FileRow) => new Uint8Array(await new Response(await files.open(fileKey(file, 'small'))).arrayBuffer());
