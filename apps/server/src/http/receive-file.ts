// Takes in a file that is sent: to the disk, piece by piece, so that its size never is the server's memory. It is checked
// on the way (size, encoding). A sender of what is refused is heard to the end all the same: a connection that is cut while
// they still send would show them no reason.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { ReceivedFile, ReceivedUpload } from '@backdesk/contract/route.ts';
import Busboy from '@fastify/busboy';
import { type Spooled, spool } from '../adapters/files/spool.ts';
import { Problem } from '../modules/problem.ts';
import type { RawRequest } from './read-input.ts';
import { TextCheck } from './text-check.ts';

export type Received = { readonly file: ReceivedFile & ReceivedUpload; readonly name: string; readonly hash: string; readonly dispose: () => Promise<void> };
/** `isText`: must be UTF-8. */
type Options = { readonly isForm: boolean; readonly isText: boolean; readonly largest: number };

/** Beyond so many times the largest size nobody is heard to the end. */
const patience = 8;

export async function receiveFile(request: RawRequest, { isForm, isText, largest }: Options): Promise<Received> {
  const path = join(tmpdir(), `backdesk-upload-${randomUUID()}`);
  const dispose = () => rm(path, { force: true });
  try {
    const sent = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
    const { part, name } = isForm ? await fileOfForm(sent, request.headers.get('content-type') ?? '') : { part: sent, name: '' };
    const { bytes, hash } = await store(part, path, { isText, largest });
    return { file: { bytes, path, hash, pieces: () => createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }) }, name, hash, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function store(part: Readable, path: string, { isText, largest }: Omit<Options, 'isForm'>): Promise<Spooled> {
  const text = new TextCheck();
  const look = (piece: Buffer) => {
    if (isText) text.push(piece);
    return text.fault === undefined;
  };
  const { bytes, hash } = await spool(part as AsyncIterable<Buffer>, path, { largest, hearsTo: largest * patience, look });
  if (bytes > largest) throw new Problem('request.too_large', { detail: { limitBytes: largest }, headers: { connection: 'close' } });
  const fault = isText ? text.end() : undefined;
  if (fault !== undefined) throw new Problem('import.unreadable', { detail: fault });
  return { bytes, hash };
}

/** The part `file` of a form, as browsers and `curl -F file=@…` send it; other parts are passed over. */
async function fileOfForm(sent: Readable, contentType: string): Promise<{ readonly part: Readable; readonly name: string }> {
  const missing = () => new Problem('request.invalid', { errors: [{ pointer: '/file', message: 'must be a file in a multipart form' }] });
  return new Promise((resolve, reject) => {
    let form: ReturnType<typeof Busboy>;
    try {
      form = Busboy({ headers: { 'content-type': contentType }, limits: { files: 1, fields: 20 } });
    } catch {
      reject(missing());
      return;
    }
    form.on('file', (field, part, name) => {
      if (field === 'file') resolve({ part, name });
      else part.resume();
    });
    form.on('finish', () => reject(missing()));
    form.on('error', () => reject(missing()));
    sent.on('error', reject);
    sent.pipe(form);
  });
}
