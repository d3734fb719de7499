// What a customer reads on paper: every figure, on as many pages as it takes, whatever letters the names are in.
import { extractLinks, extractText, getDocumentProxy, getMeta } from 'unpdf';
import { expect, it } from 'vitest';
import { renderEstimatePdf } from '../pdf.ts';
import type { EstimatePdfInput, PdfLine } from './types.ts';

const tee: PdfLine = {
  position: '1',
  name: 'Heavy tee · Red · M',
  sku: 'TEE-RED-M',
  details: ['Print: Logo left chest'],
  quantity: '48',
  unitPrice: '9.60',
  discount: '−23.04',
  tax: '8.875%',
  amount: '437.76',
};

const anEstimate: EstimatePdfInput = {
  account: {
    name: 'Ridgeline Print & Promo',
    accent: '#0d5c68',
    seller: ['Ridgeline Print & Promo LLC', '88 9th Street', 'Brooklyn, NY 11215', 'EIN 12-3456789', '+1 212 555 0100'],
  },
  locale: 'en-US',
  paper: 'letter',
  title: 'Estimate 1042 r2',
  name: 'Summer staff kit',
  facts: [
    { label: 'Number', value: '1042 r2' },
    { label: 'Valid until', value: 'Dec 23, 2026' },
  ],
  parties: [
    { label: 'For', lines: ['Harbor Coffee Co.', 'Dana Wu'] },
    { label: 'Ship to', lines: ['214 Van Brunt Street', 'Brooklyn, NY 11231'] },
  ],
  message: 'Hello Dana,\n\nas discussed.',
  note: '',
  lines: [tee],
  optional: [{ ...tee, position: '2', name: 'Tote bag', sku: 'TOTE', details: [], discount: '', amount: '(230.00)' }],
  sums: [
    { label: 'Items', value: '437.76' },
    { label: 'Sales tax 8.875% on 437.76', value: '38.85' },
  ],
  total: { label: 'Total USD', value: '$476.61' },
  open: 'plus shipping',
  deposit: [
    { label: 'Deposit due on acceptance, 50% of $476.61, before shipping', value: '$238.31' },
    { label: 'Balance, plus shipping', value: '$238.30' },
  ],
  terms: ['Prices are in USD; tax is added to them.'],
  ownTerms: 'Overruns of 5 % are charged.\n\nCanceling after proof approval costs the setup.',
  pictures: {},
  link: 'https://orders.example/e/abc123',
  sha256: '9f2c41d70be877a3'.repeat(4),
  issuedAt: '2026-11-25T10:00:00.000Z',
};

/** The text with its breaks of lines taken out, as somebody reads an address over them. */
async function readOver(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true });
  return text.replace(/\s+/g, '');
}

async function read(bytes: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' '));
}

it('shows all there is to know on one page', async () => {
  const bytes = await renderEstimatePdf(anEstimate);
  const [page = '', ...more] = await read(bytes);
  expect(more).toEqual([]);
  for (const words of [
    'Ridgeline Print & Promo',
    '88 9th Street',
    'EIN 12-3456789',
    'Overruns of 5 % are charged.',
    'costs the setup.',
    '1042 r2',
    'Dec 23, 2026',
    'Dana Wu',
    '214 Van Brunt Street',
    'as discussed.',
    'Heavy tee · Red · M',
    'TEE-RED-M',
    'Print: Logo left chest',
    '437.76',
    '−23.04',
    'Optional, not in the total',
    '(230.00)',
    'Sales tax 8.875% on 437.76',
    '$476.61',
    'plus shipping',
    'Deposit due on acceptance, 50% of $476.61, before shipping',
    '$238.31',
    'Balance, plus shipping',
    'https://orders.example/e/abc123',
    'SHA-256 9f2c41d70be877a3',
    'Page 1 of 1',
  ])
    expect(page).toContain(words);
  expect((await getMeta(bytes.slice())).info).toMatchObject({ Title: 'Estimate 1042 r2 from Ridgeline Print & Promo', Language: 'en-US' });
});

it('makes the same bytes of the same content, and others of another', async () => {
  const [one, same, other] = await Promise.all([anEstimate, anEstimate, { ...anEstimate, open: 'plus tax' }].map(renderEstimatePdf));
  expect(Buffer.compare(one as Uint8Array, same as Uint8Array)).toBe(0);
  expect(Buffer.compare(one as Uint8Array, other as Uint8Array)).not.toBe(0);
});

it.each([
  ['letter', [612, 792]],
  ['a4', [595.28, 841.89]],
] as const)('is drawn on %s', async (paper, [width, height]) => {
  const pdf = await getDocumentProxy(await renderEstimatePdf({ ...anEstimate, paper }));
  const [, , right = 0, top = 0] = (await pdf.getPage(1)).view;
  expect([right, top]).toEqual([expect.closeTo(width, 1), expect.closeTo(height, 1)]);
});

it('leaves out columns that no line uses', async () => {
  const plain = { ...tee, discount: '', tax: '' };
  const [page] = await read(await renderEstimatePdf({ ...anEstimate, lines: [plain], optional: [] }));
  expect(page).toContain('Quantity Unit Amount');
});

it('repeats the head on each page of five hundred lines and loses none', async () => {
  const lines = Array.from({ length: 500 }, (_, at) => ({ ...tee, position: String(at + 1), sku: `SKU-${at + 1}.` }));
  const bytes = await renderEstimatePdf({ ...anEstimate, lines });
  // Small enough to be mailed (quality B5).
  expect(bytes.byteLength).toBeLessThanOrEqual(300_000);
  const pages = await read(bytes);
  for (const [at, page] of pages.entries()) {
    expect(page).toContain('Quantity Unit Discount Tax Amount');
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
  }
  const all = pages.join(' ');
  expect(lines.filter(({ sku }) => !all.includes(sku))).toEqual([]);
  expect(pages.at(-1)).toContain('$476.61');
}, 90_000);

it('takes names of every script, and never shows one letter for another', async () => {
  const names = ['Тяжёлая футболка', 'Βαριά μπλούζα', 'חולצה', 'قميص', 'เสื้อ', 'Áo thun dày', '重い'];
  const [page = ''] = await read(await renderEstimatePdf({ ...anEstimate, lines: names.map((name) => ({ ...tee, name })), optional: [] }));
  for (const name of ['Тяжёлая футболка', 'Βαριά μπλούζα', 'Áo thun dày']) expect(page.normalize()).toContain(name.normalize());
  expect(page).toMatch(/[\u0590-\u05ff]{3}/);
  expect(page).toMatch(/[\u0600-\u06ff\ufe70-\ufeff]{2}/);
  expect(page).toMatch(/[\u0e00-\u0e7f]{2}/);
  // Japanese where its font is installed; else the replacement character says that something is missing.
  expect(page).toMatch(/重い|\ufffd\ufffd/);
});

it('breaks a word that is wider than its column, and keeps a hostile name on its line', async () => {
  const name = `Evil\u202egnp.exe\r\nTotal $0.00 ${'A'.repeat(300)}`;
  const [page = ''] = await read(await renderEstimatePdf({ ...anEstimate, lines: [{ ...tee, name }] }));
  expect(page).toContain('Evilgnp.exe Total $0.00');
  expect(page.match(/A/g)?.length).toBeGreaterThanOrEqual(300);
  expect(page).toContain('437.76');
});

it('puts no letter of its own into what it breaks: names, SKUs and addresses are copied from paper', async () => {
  const name = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen';
  const sku = `LONG${'0123456789'.repeat(6)}`;
  const email = 'purchasing.department.eastern.region.of.the.company@averylongcompanyname.example';
  const parties = ['For', 'Bill to', 'Ship to'].map((label) => ({ label, lines: [email] }));
  const text = await readOver(await renderEstimatePdf({ ...anEstimate, parties, lines: [{ ...tee, name, sku }] }));
  for (const words of [name, sku, email]) expect(text).toContain(words);
});

it('prints the address to answer at with no letter of its own in it, and leads there', async () => {
  const link = 'https://orders.a-shop-of-long-names.example/e/TePPXPAS7tzwXPQg7m5PApsSCvTb-nvO7Y6mCMVU9cU';
  const bytes = await renderEstimatePdf({ ...anEstimate, link });
  expect(await readOver(bytes)).toContain(link);
  const { links } = await extractLinks(await getDocumentProxy(bytes.slice()));
  expect(links).toContain(link);
});
