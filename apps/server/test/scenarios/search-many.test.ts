// Words that thousands hold, that few hold, that stand together at the end of the names: whichever way the database takes to
// find them (migrations 0003, 0009, 0120, 0138), the pages together are what sorting all that match would give.
import { searchText, searchWords } from '@backdesk/domain/core/search-words.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

const looks = ['Classic', 'Everyday', 'Heavy', 'Sport', 'Vintage'];
const stuffs = ['Bamboo', 'Cotton', 'Linen', 'Paper'];
const kinds = ['Bag', 'Mug', 'Notebook', 'Umbrella'];
const count = 6_000;

// Each name once, in clusters: a kind is seldom among the first by name.
const names = Array.from({ length: count }, (_, at) => {
  const look = looks[Math.floor((at * looks.length) / count)];
  return `${look} ${stuffs[at % stuffs.length]} ${kinds[Math.floor(at / 150) % kinds.length]} ${String(at).padStart(4, '0')}`;
});
const searchable = names.map((name, at) => searchText([name, `K${at}`, `SKU-${at}`]));

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  const at = new Date('2026-01-01T00:00:00Z');
  const rows = names.map((name, index) => ({
    account_id: app.accountId,
    id: app.services.newId(),
    handle: `p${index}`,
    code: `K${index}`,
    name,
    options: '[]',
    name_key: searchWords(name).join(' '),
    search_text: searchable[index] as string,
    created_at: at,
    updated_at: at,
  }));
  const variants = rows.map(({ account_id, id, name_key, search_text, code }, index) => ({
    ...{ account_id, id: app.services.newId(), product_id: id, sku: `SKU-${index}`, option_values: [], title: '' },
    ...{ position: 0, name_key, code_key: code.toLowerCase(), search_text, created_at: at, updated_at: at },
  }));
  for (let start = 0; start < count; start += 1_000) {
    await app.db
      .insertInto('products')
      .values(rows.slice(start, start + 1_000))
      .execute();
    await app.db
      .insertInto('variants')
      .values(variants.slice(start, start + 1_000))
      .execute();
  }
});
afterAll(() => app.close());

type Page = { readonly items: readonly { readonly at: number }[]; readonly nextCursor: string | null };
const sources: Readonly<Record<string, (query: { q: string; limit: number; cursor?: string }) => Promise<Page>>> = {
  variants: async (query) => {
    const { items, nextCursor } = await app.owner.client.searchVariants({ query });
    return { items: items.map(({ sku }) => ({ at: Number(sku.slice(4)) })), nextCursor };
  },
  products: async (query) => {
    const { items, nextCursor } = await app.owner.client.listProducts({ query });
    return { items: items.map(({ code }) => ({ at: Number(code?.slice(1)) })), nextCursor };
  },
};

/** All that match, in the order that is promised: what begins with it, then whole words, then parts, each by name. */
function expected(q: string): readonly number[] {
  const words = searchWords(q);
  const whole = words.map((word) => ` ${word} `);
  const parts = words.map((word) => (word.length < 3 ? ` ${word}` : word));
  const tierOf = (at: number): number => {
    const text = searchable[at] as string;
    if (
      searchWords(names[at] as string)
        .join(' ')
        .startsWith(words.join(' '))
    )
      return 2;
    if (whole.every((word) => text.includes(word))) return 4;
    return parts.every((word) => text.includes(word)) ? 5 : 6;
  };
  return names
    .map((name, at) => ({ at, tier: tierOf(at), key: searchWords(name).join(' ') }))
    .filter(({ tier }) => tier < 6)
    .toSorted((a, b) => a.tier - b.tier || (a.key < b.key ? -1 : 1))
    .map(({ at }) => at);
}

const fewest: Readonly<Record<string, number>> = {
  'part of a word at the end of the names: ntage': 1_100,
  'two beginnings, few together: spor pape': 200,
  'a whole word in clusters, not among the first by name: umbrella': 1_100,
  'a part in clusters, not among the first by name: brel': 1_100,
  'whole and part: vintage umbr': 200,
  'by a letter: m': 1_100,
  'a beginning of names: vint': 1_100,
  'words that never stand together: bag umbrella': 0,
};

test.each(Object.entries(fewest).flatMap(([what, least]) => Object.keys(sources).map((source) => [source, what, least] as const)))(
  '%s by %s',
  async (source, what, least) => {
    const q = what.split(': ')[1] as string;
    const ask = sources[source] as (typeof sources)[string];
    const wanted = expected(q);
    expect(wanted.length).toBeGreaterThanOrEqual(least);
    const found: number[] = [];
    // The first pages one by one as they are read, the rest in large ones.
    for (let cursor: string | null = null, page = 0; page === 0 || cursor !== null; page += 1) {
      const next: Page = await ask({ q, limit: page < 3 ? 7 : 50, ...(cursor === null ? {} : { cursor }) });
      found.push(...next.items.map(({ at }) => at));
      cursor = next.nextCursor;
    }
    expect(found).toEqual(wanted);
  },
);
