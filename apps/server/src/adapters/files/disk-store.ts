// Files in a folder: of this machine, or one that all processes share. Written beside and renamed, so that nobody reads half a file and
// a lost process leaves none. Own code, because flydrive writes in place (decision record 0031).
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, glob, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { Files } from './port.ts';

const keyPattern = /^[0-9a-f-]{36}\/[0-9a-f]{64}(\.[a-z]{1,10})?$/;

/** The first two figures of the hash are a folder: no folder of a million files. */
function placeOf(folder: string, key: string): string {
  if (!keyPattern.test(key)) throw new Error(`No key of a file: ${key}`);
  const [account = '', name = ''] = key.split('/');
  return join(folder, account, name.slice(0, 2), name);
}

async function* keysIn(folder: string): AsyncGenerator<string> {
  for await (const path of glob('*/??/*', { cwd: folder })) {
    const [account, , name] = path.split(sep);
    // What is just being written beside its place is no file yet.
    if (keyPattern.test(`${account}/${name}`)) yield `${account}/${name}`;
  }
}

export function diskStore(folder: string): Pick<Files, 'keep' | 'open' | 'list' | 'remove'> {
  return {
    keep: async (key, content) => {
      const place = placeOf(folder, key);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const beside = `${place}.${randomUUID()}`;
      try {
        if ('path' in content) await copyFile(content.path, beside, constants.COPYFILE_FICLONE);
        const file = await open(beside, 'path' in content ? 'r+' : 'wx', 0o600);
        try {
          if ('bytes' in content) await file.writeFile(content.bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(beside, place);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    open: async (key) => {
      // Opened before the answer starts, so that what is missing is still an error and not a broken download.
      const file = await open(placeOf(folder, key), 'r');
      return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
    },
    list: () => keysIn(folder),
    remove: (key) => rm(placeOf(folder, key), { force: true }),
  };
}
