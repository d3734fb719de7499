// @vitest-environment node
// The pages that the server draws ahead: what stands in them, of whom, and what the browser begins with.
import { describe, expect, test } from 'vitest';
import { createRenderer } from '../src/site/first-page.tsx';

const account = {
  name: 'Ridgeline Print',
  locale: 'en-US',
  timeZone: 'America/New_York',
  currency: 'USD',
  country: 'US',
  priceMode: 'tax_excluded',
  accent: '#8a1c1c',
};
const session = { account, signIn: 'optional', registration: 'automatic', ordersWait: false, customer: null, cartItems: 3 };
const mug = {
  id: '01900000-0000-7000-8000-0000000000a1',
  code: 'MUG',
  name: 'Mug </script><b>11 oz',
  imageUrl: '/mug.svg',
  currency: 'USD',
  priceFrom: '4.10',
  soldOut: false,
};

const oneMug = {
  id: mug.id,
  code: 'MUG',
  name: 'Mug 11 oz',
  descriptionHtml: '',
  currency: 'USD',
  options: [],
  configurationOptions: [],
  images: [{ url: '/mug.svg', alt: '' }],
  variants: [
    {
      id: '01900000-0000-7000-8000-0000000000a2',
      sku: 'MUG',
      options: [],
      title: '',
      imageUrl: null,
      priceTable: { source: 'list', label: 'List', breaks: [{ quantity: 1, extendedPrice: '4.10' }] },
      quantityRule: { increment: null, maximum: null },
      unit: null,
      weightGrams: 300,
      ships: true,
      taxCategory: 'standard',
      breakGroup: null,
      charges: [],
      parts: [],
      stock: { tracked: true, available: 40, backorder: false, incoming: null },
    },
  ],
};

/** Draws the page at a path, on these answers; what was asked for besides. */
async function draw(path: string, answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const page = await createRenderer(async (at) => {
    asked.push(at);
    const body = answers[at];
    if (body === undefined) return Response.json({ type: 'about:blank', title: 'No', status: 401, code: 'unauthenticated' }, { status: 401 });
    return Response.json(body);
  })(path);
  return { page, asked };
}
const home = {
  '/api/site/v1/session': session,
  '/api/site/v1/categories': { items: [] },
  '/api/site/v1/products?limit=24': { items: [mug], nextCursor: null },
};

describe('the first page', () => {
  test('holds the products, in the account’s colour, and what it was drawn from; no text in it becomes an element', async () => {
    const { page, asked } = await draw('/', home);
    expect(page?.title).toBe('Ridgeline Print');
    expect(page?.style).toContain('--accent: ');
    expect(page?.body).toContain('from $4.10');
    expect(page?.body).toContain('Mug &lt;/script&gt;&lt;b&gt;11 oz');
    expect(page?.body).toContain('fetchPriority="high"');
    const [, json = ''] = /<script type="application\/json" id="first-answers">(.*?)<\/script>$/.exec(page?.body ?? '') ?? [];
    expect(JSON.stringify(JSON.parse(json))).toContain(JSON.stringify(mug));
    expect(asked.toSorted()).toEqual(Object.keys(home).toSorted());
  });

  test('a search is drawn with its words, which can be changed before the script is there; all else waits for it', async () => {
    const answers = { ...home, '/api/site/v1/products?limit=24&q=mug': { items: [mug], nextCursor: null } };
    const { page } = await draw('/?q=mug', answers);
    const inputs = page?.body.match(/<input[^>]*>/g) ?? [];
    expect(inputs.find((input) => input.includes('name="q"'))).toContain('value="mug"');
    expect(inputs.filter((input) => !input.includes('disabled')).length).toBe(1);
  });

  test.each(['/cart', '/checkout/shipping', '/account', '/login', '/products', '/shared/token'])(
    '%s is drawn by the browser alone: nothing is asked for it',
    async (path) => {
      expect(await draw(path, home)).toEqual({ page: undefined, asked: [] });
    },
  );

  test('who has to sign in first gets no page and no product is asked for', async () => {
    const { page, asked } = await draw('/', { ...home, '/api/site/v1/session': { ...session, signIn: 'all_pages' } });
    expect([page, asked]).toEqual([undefined, ['/api/site/v1/session']]);
  });

  test('a product’s page is drawn with its price, its picture first, and names the source of its look', async () => {
    const { page } = await draw('/products/MUG', { ...home, '/api/site/v1/products/MUG': oneMug });
    expect(page?.title).toBe('Mug 11 oz · Ridgeline Print');
    expect(page?.sources).toEqual(['src/site/catalogue/site-product-page.tsx']);
    expect(page?.body).toMatch(/<h1[^>]*>Mug 11 oz<\/h1>/);
    expect(page?.body).toContain('$4.10');
    expect(page?.body).toMatch(/<img src="\/mug.svg"[^>]*fetchPriority="high"/);
    expect(page?.body).toMatch(/id="first-answers">.*4\.10/);
    // The name is the one that the site's router loads it by.
    expect(Object.keys(import.meta.glob('../src/site/catalogue/*.tsx'))).toContain(`../${page?.sources[0]}`);
  });

  test('a page of which a part could not be drawn is left to the browser', async () => {
    const { page } = await draw('/products/MUG', { ...home, '/api/site/v1/products/MUG': { ...oneMug, variants: undefined } });
    expect(page).toBe(undefined);
  });

  test('a refusal makes it no page, never half of one', async () => {
    await expect(draw('/products/MUG', home)).rejects.toThrow('No');
  });
});
