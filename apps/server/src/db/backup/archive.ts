// The file of a backup: a gzipped tar, which any machine can open. Its entries are pieces small enough to be held in memory, so that
// a table of any size passes through without being known before.
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { createTarDecoder, createTarPacker } from 'modern-tar';

export type Entry = { readonly name: string; readonly bytes: Uint8Array };

/** The file cannot be read to its end, or is no backup; nothing was taken from it. */
export class UnreadableBackup extends Error {
  override readonly name = 'UnreadableBackup';
}

/**
 * Writes the entries to a file that only its owner can read. It appears under its name when it is whole and on the disk; when
 * `entries` throws there is none.
 */
export async function writeArchive(path: string, entries: AsyncIterable<Entry>): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  const { readable, controller } = createTarPacker();
  const written = pipeline(Readable.fromWeb(readable as never), createGzip({ level: 6 }), createWriteStream(beside, { mode: 0o600, flags: 'wx' }));
  written.catch(() => undefined); // told below
  try {
    for await (const { name, bytes } of entries) {
      const writer = controller.add({ name, size: bytes.length, mode: 0o600 }).getWriter();
      await Promise.race([writer.write(bytes).then(() => writer.close()), written]);
    }
    controller.finalize();
    await written;
    const file = await open(beside, 'r+');
    await file.sync().finally(() => file.close());
    await rename(beside, path);
  } catch (error) {
    controller.error(error);
    await written.catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
}

/** The entries one after the other. Throws `UnreadableBackup` where the file ends too early or is something else. */
export async function* readArchive(path: string): AsyncGenerator<Entry> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    // Gunzip checks what it read by the sum at the end of the file: a file that was cut does not pass.
    const unzipped = file.pipe(createGunzip());
    file.on('error', (error) => unzipped.destroy(error));
    const entries = (Readable.toWeb(unzipped) as unknown as ReadableStream<Uint8Array>).pipeThrough(createTarDecoder({ strict: true }) as never);
    for await (const { header, body } of entries as unknown as AsyncIterable<{ header: { name: string }; body: ReadableStream<Uint8Array> }>)
      yield { name: header.name, bytes: new Uint8Array(await new Response(body as never).arrayBuffer()) };
  } catch (error) {
    throw new UnreadableBackup(`${path} is no backup that can be read to its end (${error instanceof Error ? error.message : String(error)}).`, {
      cause: error,
    });
  } finally {
    file.destroy();
  }
}
