// Files: told by what is in them, never by what they are called; read only by who may read what uses them; gone a day later if nothing does.
import { ApiProblem } from '@backdesk/contract/client.ts';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { sweepFiles } from '../../src/modules/file/commands/sweep-files.ts';
import { aPdf } from '../support/a-pdf.ts';
import { type Caller, createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

const aPicture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#0d5c68' } })
    .png()
    .toBuffer();
const upload = (caller: Caller, content: BlobPart | Uint8Array, fileName = '') =>
  caller.client.uploadFile({ query: { fileName }, body: new Blob([content as BlobPart]) });
const codeOf = async (sent: Promise<unknown>) => {
  const problem = await sent.then(
    () => undefined,
    (error: unknown) => error,
  );
  return problem instanceof ApiProblem ? problem.problem.code : problem;
};
const drawing = (inner: string) => `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;
const pdf = aPdf();

test('a picture is taken for what it is, with a small one made of it, and served so that a browser runs nothing', async () => {
  const file = await upload(app.owner, await aPicture(800, 400), '../../etc/Logo \u202e“new”.png');
  expect(file).toMatchObject({ name: 'Logo “new”.png', kind: 'png', mediaType: 'image/png', width: 800, height: 400 });
  const response = await app.owner.request('GET', file.url);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(await aPicture(800, 400));
  expect(
    Object.fromEntries(
      ['content-type', 'x-content-type-options', 'content-security-policy', 'content-disposition'].map((name) => [name, response.headers.get(name)]),
    ),
  ).toEqual({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'content-disposition': `inline; filename="Logo _new_.png"; filename*=UTF-8''Logo%20%E2%80%9Cnew%E2%80%9D.png`,
  });
  const small = await app.owner.request('GET', file.thumbnailUrl ?? '');
  expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 320, height: 160 });
});

test('a form brings its own name; a PDF is saved, never shown, but its first page is, small and large', async () => {
  const form = new FormData();
  form.append('file', new Blob([pdf]), 'Proof.pdf');
  const response = await app.fetch('/api/v1/files', { method: 'POST', headers: app.owner.headers, body: form });
  const file = (await response.json()) as { readonly name: string; readonly kind: string; readonly url: string; readonly thumbnailUrl: string };
  expect(file).toMatchObject({ name: 'Proof.pdf', kind: 'pdf', width: 100, height: 60, thumbnailUrl: `${file.url}/thumbnail` });
  expect((await app.owner.request('GET', file.url)).headers.get('content-disposition')).toMatch(/^attachment;/);
  for (const [size, width, height] of [
    ['small', 320, 192],
    ['large', 1280, 768],
  ] as const) {
    const page = await app.owner.request('GET', `${file.thumbnailUrl}?size=${size}`);
    expect(page.headers.get('content-disposition')).toMatch(/^inline;/);
    const picture = sharp(Buffer.from(await page.arrayBuffer()));
    expect(await picture.metadata()).toMatchObject({ format: 'webp', width, height });
    const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number) => [...data.subarray((Math.floor(height / 2) * info.width + x) * 3, (Math.floor(height / 2) * info.width + x) * 3 + 3)];
    const isNear = (found: number[], colour: number[]) => found.every((part, index) => Math.abs(part - (colour[index] ?? 0)) < 12);
    expect(isNear(at(width / 4), [204, 26, 26])).toBe(true);
    expect(isNear(at((width * 3) / 4), [255, 255, 255])).toBe(true);
  }
});

test('PDFs that came without a page get it from a job: once, all of one content together; what opens nowhere or is gone is given up', async () => {
  const { db, services } = app;
  const { files } = services;
  const artwork = await upload(app.owner, aPdf({ colour: '0.1 0.8 0.1' }), 'before.pdf');
  const twin = await upload(app.owner, aPdf({ colour: '0.1 0.8 0.1' }), 'twin.pdf');
  const [broken, gone] = [
    await upload(app.owner, aPdf({ colour: '0.1 0.1 0.8' }), 'broken.pdf'),
    await upload(app.owner, aPdf({ colour: '0 0 0' }), 'gone.pdf'),
  ];
  const all = [artwork, twin, broken, gone];
  const rows = await db
    .selectFrom('files')
    .selectAll()
    .where(
      'id',
      'in',
      all.map(({ id }) => id),
    )
    .execute();
  const keyOf = (id: string) => {
    const row = rows.find((each) => each.id === id);
    return `${row?.account_id}/${row?.sha256.toString('hex')}`;
  };
  // As they were before pages were drawn.
  await db
    .updateTable('files')
    .set({ width: null, height: null })
    .where(
      'id',
      'in',
      all.map(({ id }) => id),
    )
    .execute();
  for (const { id } of all) for (const size of ['small', 'large']) await files.remove(`${keyOf(id)}.${size}`);
  await files.keep(keyOf(broken.id), { bytes: Buffer.from('%PDF-1.7 and no more') });
  await files.remove(keyOf(gone.id));
  const wants = rows.map(({ account_id, id, created_at }) => ({ account_id, file_id: id, next_at: created_at }));
  await db.insertInto('page_wants').values(wants).execute();
  await services.enqueue(db, 'file.first_page', {});
  await app.runJobs();
  const statuses = await Promise.all(all.map(async ({ url }) => (await app.owner.request('GET', `${url}/thumbnail`)).status));
  expect(statuses).toEqual([200, 200, 404, 404]);
  expect(await db.selectFrom('files').select(['width', 'height']).where('id', 'in', [artwork.id, twin.id]).execute()).toEqual(
    [1, 2].map(() => ({ width: 100, height: 60 })),
  );
  expect(await db.selectFrom('page_wants').selectAll().execute()).toEqual([]);
});

test('a PDF that is not drawn in time when it comes is taken all the same, and drawn after', async () => {
  const late = vi.spyOn(app.services.files, 'inspect').mockResolvedValueOnce({ kind: 'pdf', width: null, height: null, pictures: {} });
  const file = await upload(app.owner, aPdf({ colour: '0.9 0.5 0' }), 'slow.pdf');
  late.mockRestore();
  expect(file.thumbnailUrl).toBeNull();
  await app.runJobs();
  expect((await app.owner.request('GET', `${file.url}/thumbnail`)).status).toBe(200);
});

test('one that is never drawn in time is given up after three tries', async () => {
  const late = vi.spyOn(app.services.files, 'inspect').mockResolvedValue({ kind: 'pdf', width: null, height: null, pictures: {} });
  const file = await upload(app.owner, aPdf({ colour: '0.9 0 0.5' }), 'never.pdf');
  late.mockClear();
  for (let minutes = 0; minutes < 60; minutes += 10) {
    await app.services.enqueue(app.db, 'file.first_page', {});
    await app.runJobs();
    app.clock.advance({ minutes: 10 });
  }
  expect(late).toHaveBeenCalledTimes(3);
  late.mockRestore();
  expect((await app.owner.request('GET', file.url)).status).toBe(200);
  expect(await app.db.selectFrom('page_wants').selectAll().execute()).toEqual([]);
});

test('what is no picture and no PDF has no small one', async () => {
  const file = await upload(app.owner, drawing('<circle r="3"/>'), 'mark.svg');
  expect((await app.owner.request('GET', `${file.url}/thumbnail`)).status).toBe(404);
});

test.each([
  ['nothing', new Uint8Array(), 'a.png', 'file.empty'],
  ['a program', Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004'), 'a.png', 'file.not_taken'],
  ['a page', '<!doctype html><script>alert(1)</script>', 'a.svg', 'file.not_taken'],
  ['plain words', 'Dear Ana, the logo follows.', '', 'file.not_taken'],
  ['a PDF that is called a picture', pdf, 'logo.png', 'file.lies'],
  ['a picture that is called a program', await aPicture(), 'logo.png.exe', 'file.lies'],
  ['a PDF of which only the ends are there', '%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n', 'a.pdf', 'file.broken'],
  ['a PDF that asks for a password', aPdf({ locked: true }), 'a.pdf', 'file.locked'],
  ['half a picture', (await aPicture(300, 300)).subarray(0, 90), 'a.png', 'file.broken'],
  ['a drawing with a script', drawing('<script>alert(1)</script>'), 'a.svg', 'file.has_script'],
  ['a drawing with a handler', drawing('<rect onload="alert(1)"/>'), 'a.svg', 'file.has_script'],
  ['a drawing with a page in it', drawing('<foreignObject/>'), 'a.svg', 'file.has_script'],
  ['a drawing in an encoding that hides it', Buffer.concat([Buffer.from('<svg '), Buffer.from('><script/></svg>', 'utf16le')]), 'a.svg', 'file.has_script'],
] as const)('%s is refused', async (_, content, name, code) => {
  expect(await codeOf(upload(app.owner, content, name))).toBe(code);
});

test('a drawing without any of that is taken', async () => {
  expect(await upload(app.owner, drawing('<circle r="3"/>'), 'mark.svg')).toMatchObject({ kind: 'svg', thumbnailUrl: null });
});

test('a picture of a hundred megapixels in a few kilobytes is not opened', async () => {
  const bomb = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'white' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(await codeOf(upload(app.owner, bomb, 'white.png'))).toBe('file.too_many_pixels');
});

test('26 MB are too large, and a gigabyte that is announced is heard no further than it must be', async () => {
  expect(await codeOf(upload(app.owner, new Uint8Array(26_000_000)))).toBe('request.too_large');
  const piece = new Uint8Array(1_000_000);
  let sent = 0;
  const body = new ReadableStream({
    pull(controller): void {
      if (sent >= 1000) controller.close();
      else controller.enqueue(piece);
      sent += 1;
    },
  });
  const headers = { ...app.owner.headers, 'content-type': 'application/octet-stream' };
  const response = await app.fetch('/api/v1/files', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  expect([response.status, sent < 300]).toEqual([413, true]);
});

test('who sent it reads it, nobody else does until something uses it; another account never', async () => {
  const [viewer, approver] = [await app.as('viewer'), await app.as('approver')];
  const file = await upload(app.owner, await aPicture(), 'mine.png');
  expect((await app.owner.request('GET', file.url)).status).toBe(200);
  for (const caller of [viewer, approver, app.stranger]) expect((await caller.request('GET', file.url)).status).toBe(404);
  expect((await app.anonymous.request('GET', file.url)).status).toBe(401);
  expect(await codeOf(upload(viewer, await aPicture(), 'theirs.png'))).toBe('request.forbidden');
});

test('what nothing uses is gone a day later, and its bytes with the last row of them', async () => {
  const content = await aPicture(33, 44);
  const first = await upload(app.owner, content, 'first.png');
  app.clock.advance({ minutes: 20 * 60 });
  const second = await upload(app.owner, content, 'second.png');
  app.clock.advance({ minutes: 5 * 60 });
  expect(await sweepFiles(app.db, app.services.files, app.clock.now())).toBeGreaterThan(0);
  expect((await app.owner.request('GET', first.url)).status).toBe(404);
  expect((await app.owner.request('GET', second.url)).status).toBe(200);
  app.clock.advance({ minutes: 25 * 60 });
  await sweepFiles(app.db, app.services.files, app.clock.now());
  expect((await app.owner.request('GET', second.url)).status).toBe(404);
});
