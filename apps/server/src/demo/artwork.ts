// A small drawing made by code: no pictures of ours lie in the sources but the products' own.
import { createHash, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { uploadFile } from '../modules/file/commands/upload-file.ts';
import type { DemoShop, Moment } from './demo-shop.ts';

const crest = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" viewBox="0 0 48 48">
  <rect width="48" height="48" fill="#f4f1ea"/><path d="M8 6h32v20c0 9-8 14-16 17C16 40 8 35 8 26z" fill="#17324d"/>
  <path d="M14 27c3-3 5-3 8 0s5 3 8 0 5-3 8 0" fill="none" stroke="#f4f1ea" stroke-width="2"/><path d="M24 11v13m-6-5 6-8 6 8z" stroke="#e0a84b" stroke-width="2" fill="#e0a84b"/>
</svg>`;

/** Sends the drawing as a person would, under a name; answers its id. */
export async function sendArtwork(shop: DemoShop, moment: Moment, name: string): Promise<string> {
  const bytes = await sharp(Buffer.from(crest)).png().toBuffer();
  const path = join(tmpdir(), `backdesk-demo-${randomUUID()}`);
  await writeFile(path, bytes);
  try {
    const upload = { path, bytes: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') };
    return (await shop.run(moment, (context) => uploadFile(context, shop.files, upload, name))).id;
  } finally {
    await rm(path, { force: true });
  }
}
