// What is kept of a yes: the customer's paper, the certificate for both sides, and whether a byte of any of it was changed.
import { createHash } from 'node:crypto';
import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import { sql } from 'kysely';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAcceptance } from '../../src/modules/estimate/verify-acceptance.ts';
import { verifyKept } from '../../src/modules/estimate/verify-kept.ts';
import { fileKey } from '../../src/modules/file/file-key.ts';
import { aPdf } from '../support/a-pdf.ts';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, type Estimate, inTheirHands } from '../support/an-estimate.ts';
import { behindOurBack } from '../support/behind-our-back.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const draft = async (lines: readonly object[] = [{ sku: 'MUG', quantity: 4 }]) => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
  await readyToSubmit(app, id);
  return id;
};
const pdf = aPdf();
const sendFile = async ({ token }: Estimate, name: string, body: string | Uint8Array<ArrayBuffer>) => {
  const response = await app.anonymous.request('POST', `/api/estimates/v1/${token}/files?fileName=${encodeURIComponent(name)}`, body, {
    'content-type': 'application/octet-stream',
  });
  return { status: response.status, body: (await response.json()) as { readonly id: string; readonly code?: string; readonly name?: string } };
};
const keptOf = async (id: string) => {
  const row = await app.db.selectFrom('estimate_decisions').select(['id', 'content', 'sha256']).where('order_id', '=', id).executeTakeFirstOrThrow();
  return { ...row, content: JSON.parse(row.content) as KeptDecision };
};
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const staffCertificate = (id: string, revision = 1) => app.owner.request('GET', `/api/v1/orders/${id}/estimates/${revision}/certificate`);
const ownCertificate = (token: string, revision = 1) => app.anonymous.request('GET', `/api/estimates/v1/${token}/revisions/${revision}/certificate`);
const words = async (bytes: Buffer) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' '));
};

describe('the customer’s purchase order', () => {
  test('goes with the yes: kept with its hash, read by staff, by nobody else', async () => {
    const id = await draft();
    const estimate = await inTheirHands(app, id);
    const sent = await sendFile(estimate, 'PO 77.pdf', pdf);
    expect([sent.status, sent.body.name]).toEqual([201, 'PO 77.pdf']);
    expect((await app.owner.request('GET', `/api/v1/files/${sent.body.id}`)).status, 'not used yet: its sender’s alone').toBe(404);
    const { status, body } = await answer(app, estimate, 'accept', { poNumber: 'PO-77', poFileId: sent.body.id });
    const file = {
      role: 'purchase_order',
      id: sent.body.id,
      name: 'PO 77.pdf',
      mediaType: 'application/pdf',
      bytes: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    };
    expect([status, body.files]).toEqual([200, [file]]);
    expect((await keptOf(id)).content.files).toEqual([file]);
    const read = await app.owner.request('GET', `/api/v1/files/${file.id}`);
    expect((await bytesOf(read)).toString()).toBe(pdf);
    expect((await app.anonymous.request('GET', `/api/estimates/v1/${estimate.token}/files/${file.id}`)).status).toBe(404);
    expect((await app.stranger.request('GET', `/api/v1/files/${file.id}`)).status).toBe(404);
  });

  test.each([
    ['words called PDF', 'po.pdf', 'Dear shop, here is our order.', 422, 'file.not_taken'],
    ['a PDF that was cut off', 'po.pdf', '%PDF-1.7\n1 0 obj', 422, 'file.broken'],
    ['a PDF called picture', 'po.png', pdf, 422, 'file.lies'],
    ['a drawing', 'po.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 422, 'file.not_taken'],
    ['nothing', 'po.pdf', '', 422, 'file.empty'],
    ['eleven megabytes', 'po.pdf', `${pdf}${' '.repeat(11_000_000)}`, 413, 'request.too_large'],
  ])('%s is refused, and nothing is decided', async (_, name, body, status, code) => {
    const id = await draft();
    const estimate = await inTheirHands(app, id);
    const sent = await sendFile(estimate, name, body);
    expect([sent.status, sent.body.code]).toEqual([status, code]);
    expect((await client().readRevision({ params: { id, revision: 1 } })).status).toBe('open');
  });

  test('a file of another link, or none, is no purchase order; the yes can be sent again', async () => {
    const estimate = await inTheirHands(app, await draft());
    const others = await sendFile(await inTheirHands(app, await draft()), 'po.pdf', pdf);
    for (const poFileId of [others.body.id, '0199aaaa-0000-7000-8000-00000000dead']) {
      const { status, body } = await answer(app, estimate, 'accept', { poFileId });
      expect([status, body.code, body.errors]).toEqual([422, 'request.invalid', [{ pointer: '/poFileId', message: expect.any(String) }]]);
    }
    expect((await answer(app, estimate, 'accept')).status).toBe(200);
    expect((await sendFile(estimate, 'po.pdf', pdf)).body.code, 'it is decided').toBe('estimate.not_open');
  });

  test('a link is no place to put files', async () => {
    const estimate = await inTheirHands(app, await draft());
    const statuses = [];
    for (let at = 0; at < 11; at += 1) statuses.push((await sendFile(estimate, `po-${at}.pdf`, pdf)).status);
    expect(statuses).toEqual([...new Array(10).fill(201), 429]);
  });
});

test('staff record a yes with the choices, the order and the mail they got', async () => {
  const id = await draft([
    { sku: 'MUG', quantity: 4 },
    { sku: 'PEN', quantity: 100 },
  ]);
  const order = await client().getOrder({ params: { id } });
  const pens = order.lines.find(({ sku }) => sku === 'PEN')?.id ?? '';
  await client().changeLine({ params: { id, lineId: pens }, body: { optional: true, chosen: false } });
  await readyToSubmit(app, id);
  await client().issueEstimate({ params: { id }, body: {} });
  const [po, mail] = await Promise.all(['po.pdf', 'their mail.pdf'].map((fileName) => client().uploadFile({ query: { fileName }, body: pdf })));
  const params = { id, revision: 1 };
  const decision = await client().recordAcceptance({
    params,
    body: { channel: 'mail', name: 'Dana Fox', choices: [{ lineId: pens, chosen: true }], poFileId: po?.id ?? null, proofFileId: mail?.id ?? null },
  });
  expect(decision.files.map(({ role, name }) => [role, name])).toEqual([
    ['purchase_order', 'po.pdf'],
    ['proof', 'their mail.pdf'],
  ]);
  expect((await keptOf(id)).content).toMatchObject({ recordedBy: expect.any(String), choices: [{ lineId: pens, chosen: true }] });
  const text = (await words(await bytesOf(await staffCertificate(id)))).slice(1).join(' ');
  for (const said of ['Recorded by', 'was accepted by mail', 'their mail.pdf', `: taken`]) expect(text).toContain(said);
});

describe('the certificate', () => {
  test('says who, when, whence and what, the same bytes for both sides', async () => {
    const id = await draft();
    const first = await inTheirHands(app, id);
    await app.anonymous.request('GET', `/api/estimates/v1/${first.token}/document`);
    await expect
      .poll(async () => (await app.db.selectFrom('estimate_facts').select('kind').where('order_id', '=', id).execute()).map(({ kind }) => kind))
      .toContain('downloaded');
    expect((await ownCertificate(first.token)).status, 'nothing was accepted yet').toBe(409);
    await answer(app, first, 'accept', { title: 'Buyer', poNumber: 'PO-9' });
    const [staffs, customers] = await Promise.all([staffCertificate(id), ownCertificate(first.token)]);
    expect(customers.headers.get('content-disposition')).toContain('accepted.pdf');
    const [bytes, same] = [await bytesOf(staffs), await bytesOf(customers)];
    expect(bytes.equals(same)).toBe(true);

    const kept = await keptOf(id);
    const pages = await words(bytes);
    expect(pages[0]).toContain('31.60');
    expect(pages[0]).not.toContain('Scan, or open');
    const certificate = pages.slice(1).join('').replace(/ /g, '');
    const document = await app.db
      .selectFrom('estimate_documents as d')
      .innerJoin('files as f', (join) => join.onRef('f.account_id', '=', 'd.account_id').onRef('f.id', '=', 'd.file_id'))
      .select('f.sha256')
      .where('d.order_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(kept.content.documentSha256).toBe(document.sha256.toString('hex'));
    // Both sides are told by what the files are known; verifying a file goes by the same.
    const papers = { document: document.sha256.toString('hex'), certificate: createHash('sha256').update(bytes).digest('hex') };
    expect(first.page.papers).toEqual({ document: null, certificate: null });
    expect((await app.anonymous.client.getEstimatePage({ params: { token: first.token } })).papers).toEqual(papers);
    expect((await client().readRevision({ params: { id, revision: 1 } })).papers).toEqual(papers);
    expect(await verifyAcceptance(app.db, bytes)).toMatchObject({ verdict: 'intact' });
    for (const said of [
      'Certificate of acceptance',
      'Dana Fox',
      'Buyer',
      `${kept.content.at.slice(0, 19).replace('T', ' ')} UTC`,
      kept.content.timeZone,
      '203.0.113.7',
      'A browser',
      'whoever was given it',
      first.page.consent,
      'PO-9',
      '$31.60',
      'As it was issued',
      'Link copied',
      'PDF fetched by',
      first.page.sha256,
      document.sha256.toString('hex'),
      kept.sha256.toString('hex'),
    ])
      expect(certificate).toContain(said.replace(/ /g, ''));
    expect((await getMeta(new Uint8Array(bytes))).info).toMatchObject({ Keywords: `backdesk-acceptance:${kept.id}` });
  });

  test('is drawn once, tells choices, and is read of an older revision too', async () => {
    const id = await draft();
    const estimate = await inTheirHands(app, id);
    await answer(app, estimate, 'accept');
    const bytes = await bytesOf(await staffCertificate(id));
    await client().issueEstimate({ params: { id }, body: {} });
    await client().copyEstimateLink({ params: { id, revision: 2 } });
    expect((await bytesOf(await ownCertificate(estimate.token, 1))).equals(bytes)).toBe(true);
    expect((await ownCertificate(estimate.token, 2)).status).toBe(409);
    expect((await ownCertificate(estimate.token, 3)).status).toBe(404);
    await expect(sql`update estimate_certificates set made_at = now()`.execute(app.db)).rejects.toThrow(/kept as it was made/);
  });

  test('extended: a fresh paper with the new day and the one it was extended from, under the same hash; both papers verify, and the certificate says it too', async () => {
    const id = await draft();
    const estimate = await inTheirHands(app, id);
    const paper = async () => bytesOf(await app.owner.request('GET', (await client().drawDocument({ params: { id, revision: 1 } })).url));
    const before = await paper();
    const { sha256 } = await client().extendEstimate({ params: { id, revision: 1 }, body: { validUntil: '2026-12-30' } });
    expect(sha256).toBe(estimate.page.sha256);
    const after = await paper();
    const read = (bytes: Buffer) => words(bytes).then((pages) => pages.join(' '));
    expect(await read(before)).toMatch(/Valid until Dec 23, 2026 (?!.*Extended from)/);
    expect(await read(before)).toContain('These prices hold until Dec 23, 2026 (America/New_York), and once you accept until Jan 22, 2027.');
    expect(await read(after)).toContain('Valid until Dec 30, 2026 Extended from Dec 23, 2026');
    expect(await read(after)).toContain('These prices hold until Dec 30, 2026 (America/New_York), and once you accept until Jan 29, 2027.');
    for (const bytes of [before, after]) expect(await read(bytes)).toContain(`SHA-256 ${sha256.slice(0, 16)}`);
    // Drawn once for each day, and the page names the one that it hands out.
    expect((await paper()).equals(after)).toBe(true);
    const hash = createHash('sha256').update(after).digest('hex');
    expect((await app.anonymous.client.getEstimatePage({ params: { token: estimate.token } })).papers.document).toBe(hash);
    for (const bytes of [before, after]) expect(await verifyAcceptance(app.db, bytes)).toMatchObject({ verdict: 'document', revision: 1 });
    const kept = await verifyKept(app.db, app.services.files);
    expect(kept.broken).toEqual([]);

    await answer(app, estimate, 'accept');
    expect((await keptOf(id)).content.documentSha256).toBe(hash);
    const certificate = await bytesOf(await staffCertificate(id));
    expect(await read(certificate)).toContain('Valid until Dec 30, 2026 Extended from Dec 23, 2026');
    expect(await read(certificate)).toContain('What you accepted holds until Jan 29, 2027.');
    expect(await verifyAcceptance(app.db, certificate)).toMatchObject({ verdict: 'intact' });
  });

  test('one changed byte of the file, the acceptance or the revision shows', async () => {
    const id = await draft();
    await answer(app, await inTheirHands(app, id), 'accept');
    const bytes = await bytesOf(await staffCertificate(id));
    expect(await verifyAcceptance(app.db, bytes)).toMatchObject({ verdict: 'intact', decision: { name: 'Dana Fox', orderId: id } });
    // The last digit of a figure in the middle of the file, and a byte after its end.
    const changed = Buffer.from(bytes);
    changed[Math.floor(bytes.length / 2)] = (changed[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    for (const other of [changed, Buffer.concat([bytes, Buffer.from('\n')]), bytes.subarray(0, -1)])
      expect(await verifyAcceptance(app.db, other)).toMatchObject({ verdict: 'changed', why: 'file', decision: { orderId: id } });
    expect(await verifyAcceptance(app.db, Buffer.from(pdf))).toEqual({ verdict: 'unknown' });
    const document = await client().drawDocument({ params: { id, revision: 1 } });
    const paper = await bytesOf(await app.owner.request('GET', document.url));
    expect(await verifyAcceptance(app.db, paper)).toMatchObject({ verdict: 'document', revision: 1, isIntact: true });

    const write = (table: 'estimate_decisions' | 'estimate_revisions', from: string, to: string) =>
      behindOurBack(app, table, () => sql`update ${sql.table(table)} set content = replace(content, ${from}, ${to}) where order_id = ${id}`.execute(app.db));
    await write('estimate_decisions', 'Dana Fox', 'Dana Box');
    expect(await verifyAcceptance(app.db, bytes)).toMatchObject({ verdict: 'changed', why: 'decision' });
    await write('estimate_decisions', 'Dana Box', 'Dana Fox');
    await write('estimate_revisions', '"quantity":4', '"quantity":5');
    expect(await verifyAcceptance(app.db, bytes)).toMatchObject({ verdict: 'changed', why: 'revision' });
    expect(await verifyAcceptance(app.db, paper)).toMatchObject({ verdict: 'document', revision: 1, isIntact: false });
    await write('estimate_revisions', '"quantity":5', '"quantity":4');
    expect((await verifyAcceptance(app.db, bytes)).verdict).toBe('intact');
  });

  test('verifying all reads the kept files too: one that was changed on the disk, or is gone, shows', async () => {
    const id = await draft();
    await answer(app, await inTheirHands(app, id), 'accept');
    const bytes = await bytesOf(await staffCertificate(id));
    const { files } = app.services;
    const before = await verifyKept(app.db, files);
    expect(before.broken).toEqual([]);
    expect(before.documents).toBeGreaterThan(1);
    const [row] = await app.db.selectFrom('files').select('account_id').where('sha256', '=', createHash('sha256').update(bytes).digest()).execute();
    const key = fileKey({ accountId: row?.account_id ?? '', hash: createHash('sha256').update(bytes).digest('hex') });
    const changed = Buffer.from(bytes);
    changed[100] = (changed[100] ?? 0) ^ 1;
    await files.keep(key, { bytes: changed });
    expect((await verifyKept(app.db, files)).broken).toMatchObject([{ orderId: id, what: 'document', why: 'hash' }]);
    await files.remove(key);
    expect((await verifyKept(app.db, files)).broken).toMatchObject([{ orderId: id, what: 'document', why: 'missing' }]);
    await files.keep(key, { bytes });
  });

  test('so does the purchase order that came along, and the mail that shows a yes', async () => {
    const id = await draft();
    await client().issueEstimate({ params: { id }, body: {} });
    const po = `${pdf}% of ${id}`;
    const [poFile, proof] = await Promise.all(
      [po, `${po} again`].map((body) => client().uploadFile({ query: { fileName: 'a.pdf' }, body: `${body}\n%%EOF\n` })),
    );
    const body = { channel: 'mail', name: 'Dana Fox', poFileId: poFile?.id ?? null, proofFileId: proof?.id ?? null } as const;
    const { files: kept } = await client().recordAcceptance({ params: { id, revision: 1 }, body });
    const { files } = app.services;
    expect((await verifyKept(app.db, files)).broken).toEqual([]);
    for (const { sha256 } of kept) {
      const key = fileKey({ accountId: app.accountId, hash: sha256 });
      const bytes = Buffer.from(await new Response(await files.open(key)).arrayBuffer());
      await files.keep(key, { bytes: Buffer.concat([bytes.subarray(0, -1), Buffer.from(' ')]) });
      expect((await verifyKept(app.db, files)).broken).toMatchObject([{ orderId: id, revision: 1, what: 'evidence', why: 'hash' }]);
      await files.remove(key);
      expect((await verifyKept(app.db, files)).broken).toMatchObject([{ orderId: id, what: 'evidence', why: 'missing' }]);
      await files.keep(key, { bytes });
    }
  });
});
