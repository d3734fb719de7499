import type { Files } from '../../../adapters/files/port.ts';
import { type PictureSize, pictureSizes } from '../../../adapters/files/port.ts';
import type { Database } from '../../../db/pool.ts';
import { fileKey } from '../file-key.ts';
import { deleteUnused, holdContent, listUnused } from '../store.ts';

const day = 24 * 3_600_000;

/** Removes the files that nothing has used a day after they came, each in a transaction of its own. Any process may do it. */
export async function sweepFiles(db: Database, files: Files, now: Date): Promise<number> {
  const unused = await listUnused(db, new Date(now.getTime() - day));
  for (const file of unused) {
    await db.transaction().execute(async (tx) => {
      await holdContent(tx, fileKey(file));
      if (!(await deleteUnused(tx, file))) return;
      // Before the commit: the lock is held, so nobody keeps the same content in between.
      for (const size of [undefined, ...(Object.keys(pictureSizes) as PictureSize[])]) await files.remove(fileKey(file, size));
    });
  }
  return unused.length;
}
