import type { SentFile } from '@backdesk/contract/route.ts';
import type { Files, PictureSize } from '../../../adapters/files/port.ts';
import type { Database } from '../../../db/pool.ts';
import { Problem } from '../../problem.ts';
import { findOpenPicture } from '../queries.ts';
import { sentFile } from './open-file.ts';

type Address = { readonly accountId: string; readonly id: string; readonly size: PictureSize };

/** A picture of a product or a logo, for anybody: they are shown to all the world. */
export async function openProductPicture(db: Database, files: Files, { accountId, id, size }: Address): Promise<SentFile> {
  const file = await findOpenPicture(db, accountId, id);
  if (file === undefined) throw new Problem('not_found');
  return sentFile(files, file, { size, isPublic: true });
}
