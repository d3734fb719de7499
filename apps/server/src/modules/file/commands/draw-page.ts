import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Files, Inspected, PictureSize } from '../../../adapters/files/port.ts';
import { type Acting, inTransaction, type Services } from '../../../db/transaction.ts';
import { fileKey } from '../file-key.ts';
import { claimPage, deletePageWants, holdContent, notePage } from '../store.ts';

/** So often a PDF is opened that takes too long, or that ends the process it is opened in. */
const mostTries = 3;

/** Draws the first page of the next PDF that is due and was sent without one, outside of any transaction. false: there is none. */
export async function drawNextPage(services: Services, acting: Acting): Promise<boolean> {
  const { db, files } = services;
  const claimed = await claimPage(db, acting.scope, services.now());
  if (claimed === undefined) return false;
  const { hash, tries } = claimed;
  const content = { accountId: acting.scope.accountId, hash };
  const found = tries > mostTries ? null : await openAgain(files, fileKey(content));
  const isLate = found !== null && found.width === null;
  if (isLate && tries < mostTries) return true;
  await inTransaction(services, acting, async (context) => {
    await holdContent(context.tx, fileKey(content));
    for (const [size, bytes] of Object.entries(found?.pictures ?? {}) as [PictureSize, Uint8Array][]) await files.keep(fileKey(content, size), { bytes });
    if (found !== null) await notePage(context, hash, found);
    await deletePageWants(context, hash);
  });
  return true;
}

/** What the file holds, looked at once more; null: it opens nowhere, or its bytes are not here. */
async function openAgain(files: Files, key: string): Promise<Inspected | null> {
  const folder = await mkdtemp(join(tmpdir(), 'backdesk-page-'));
  const path = join(folder, 'file.pdf');
  try {
    await pipeline(await files.open(key), createWriteStream(path));
    const found = await files.inspect(path);
    return typeof found === 'string' ? null : found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
