// A file of 200 MB is taken in piece by piece: what was sent is on the disk or thrown away, never in the server's memory. The bytes
// are made as they are asked for, so the test holds no such file either.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { receiveFile } from './receive-file.ts';

const megabyte = 1 << 20;
const piece = new Uint8Array(1 << 16).fill(120);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backdesk-receive-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
const onDisk = () => readdirSync(folder).reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);

/** A sender of so many megabytes, who counts what was asked of them and how far that was ahead of what lay on the disk. */
function aSender(megabytes: number, isForm: boolean) {
  const head = new TextEncoder().encode('--cut\r\nContent-Disposition: form-data; name="file"; filename="all.csv"\r\n\r\n');
  const tail = new TextEncoder().encode('\r\n--cut--\r\n');
  const seen = { bytes: 0, mostOnDisk: 0, mostAhead: 0 };
  const body = new ReadableStream<Uint8Array>({
    start: (to) => {
      if (isForm) to.enqueue(head);
    },
    pull: (to) => {
      seen.mostOnDisk = Math.max(seen.mostOnDisk, onDisk());
      seen.mostAhead = Math.max(seen.mostAhead, seen.bytes - onDisk());
      seen.bytes += piece.length;
      to.enqueue(piece.slice());
      if (seen.bytes < megabytes * megabyte) return;
      if (isForm) to.enqueue(tail);
      to.close();
    },
  });
  const headers = new Headers(isForm ? { 'content-type': 'multipart/form-data; boundary=cut' } : {});
  return { request: { url: new URL('http://localhost/'), params: {}, headers, body }, seen };
}

const ways = [
  ['as it is', false],
  ['in a form', true],
] as const;

test.each(ways)('200 MB sent %s are refused at 4 MB: no more is kept, and beyond eight times that nobody is heard', async (_, isForm) => {
  const { request, seen } = aSender(200, isForm);
  await expect(receiveFile(request, { isForm, isText: true, largest: 4 * megabyte })).rejects.toMatchObject({
    code: 'request.too_large',
    details: { detail: { limitBytes: 4 * megabyte }, headers: { connection: 'close' } },
  });
  expect(seen.mostOnDisk).toBeLessThanOrEqual(4 * megabyte);
  // What is heard passes a buffer or two before it is counted.
  expect(seen.bytes).toBeLessThan(34 * megabyte);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(ways)('what is a little too large and sent %s is heard to the end, so that its sender reads why', async (_, isForm) => {
  const { request, seen } = aSender(12, isForm);
  await expect(receiveFile(request, { isForm, isText: true, largest: 4 * megabyte })).rejects.toMatchObject({ code: 'request.too_large' });
  expect(seen.bytes).toBe(12 * megabyte);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(ways)('what is allowed and sent %s lies on the disk as it arrives', async (_, isForm) => {
  const { request, seen } = aSender(24, isForm);
  const { file, dispose } = await receiveFile(request, { isForm, isText: true, largest: 64 * megabyte });
  expect([file.bytes, onDisk()]).toEqual([24 * megabyte, 24 * megabyte]);
  expect(seen.mostAhead).toBeLessThan(2 * megabyte);
  await dispose();
  expect(readdirSync(folder)).toEqual([]);
});
