import type { SentFile } from '@backdesk/contract/route.ts';
import { fileKinds, kindNameOf } from '@backdesk/domain/file/kinds.ts';
import type { Files, PictureSize } from '../../../adapters/files/port.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { fileKey, hasPictures } from '../file-key.ts';
import { mayRead } from '../policy.ts';
import { type FileRow, findFileOfLink, listFiles } from '../queries.ts';

/** A file for staff or a customer; one that they may not read answers as if it were missing. */
export async function openFile({ db, scope, actor }: ReadContext, files: Files, id: string, size?: PictureSize): Promise<SentFile> {
  const [file] = await listFiles(db, scope, [id]);
  if (file === undefined || !mayRead(actor, file)) throw new Problem('not_found');
  return sentFile(files, file, { size, isPublic: false });
}

/** A file of the order that a link is to. */
export async function openFileOfLink({ db, scope, actor }: ReadContext, files: Files, id: string, size?: PictureSize): Promise<SentFile> {
  const file = await findFileOfLink(db, scope, actor.id, id);
  if (file === undefined) throw new Problem('not_found');
  return sentFile(files, file, { size, isPublic: false });
}

/** All of a file at once: for what is small and goes into a mail. */
export async function bytesOfFile(files: Files, file: FileRow): Promise<Uint8Array> {
  return new Uint8Array(await new Response(await files.open(fileKey(file, undefined))).arrayBuffer());
}

type Wanted = { readonly size: PictureSize | undefined; readonly isPublic: boolean };

export async function sentFile(files: Files, file: FileRow, { size, isPublic }: Wanted): Promise<SentFile> {
  if (size !== undefined) {
    if (!hasPictures(file)) throw new Problem('not_found');
    return { name: `${file.name}.webp`, mediaType: 'image/webp', bytes: null, isPicture: true, isPublic, content: await files.open(fileKey(file, size)) };
  }
  const kind = kindNameOf(file.mediaType);
  const isPicture = kind !== undefined && fileKinds[kind].isPicture;
  return { name: file.name, mediaType: file.mediaType, bytes: file.bytes, isPicture, isPublic, content: await files.open(fileKey(file)) };
}
