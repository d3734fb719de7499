// Many words against the catalogue at once: what searchVariants finds for each, in a few statements however many words there are.
import { type RawBuilder, sql } from 'kysely';
import { nearTermsOfEach } from '../../../db/near-terms.ts';
import { type SearchTerms, searchTerms } from '../../../db/search-terms.ts';
import type { ReadContext } from '../../context.ts';
import type { HitRow } from '../row-types.ts';
import { productsOf, readDiscountReach } from './discount-reach.ts';
import { readHits } from './read-hits.ts';

/** A variant found for a word; which tier of the search found it says how well it fits. */
export type FoundId = { readonly id: string; readonly tier: number };
export type FoundByWord = ReadonlyMap<string, readonly FoundId[]>;

/** For whom, and the order they are to be entered in. */
type Asking = { readonly customerId?: string | undefined; readonly orderId?: string | undefined };

/** So that one statement neither runs for seconds nor holds back others. */
const mostAtOnce = 200;

/** Variants whose SKU, product code or name is exactly the word; words without any are missing in the answer. */
export function findExact(context: ReadContext, words: readonly string[], limit: number): Promise<FoundByWord> {
  const { accountId } = context.scope;
  return eachChunk(words, mostAtOnce * 10, (some) => {
    const terms = some.map(searchTerms);
    const raws = terms.map(({ raw }) => raw);
    const names = terms.map(({ name }) => name);
    return found(context, some, sql`exact_variants(${accountId}::uuid, ${raws}::text[], ${names}::text[], ${limit}::integer)`);
  });
}

/** The best hits of each word, exact ones too; near-misses are not looked for. */
export function findBest(context: ReadContext, words: readonly string[], limit: number): Promise<FoundByWord> {
  return eachChunk(words, mostAtOnce, (some) => searchEach(context, some, some.map(searchTerms), limit));
}

/** The best hits of each word with its misspelt parts put right. */
export function findNear(context: ReadContext, words: readonly string[], limit: number): Promise<FoundByWord> {
  return eachChunk(words, mostAtOnce, async (some) => {
    const near = await nearTermsOfEach(context.db, context.scope, 'catalog', some);
    const asked = some.flatMap((word, at) => {
      const terms = near[at];
      return terms === undefined ? [] : [{ word, terms }];
    });
    return searchEach(
      context,
      asked.map(({ word }) => word),
      asked.map(({ terms }) => terms),
      limit,
    );
  });
}

/** What the hits show, by their ids; what is not sold to the customer is missing. */
export async function readVariants(context: ReadContext, { customerId, orderId }: Asking, ids: readonly string[]): Promise<ReadonlyMap<string, HitRow>> {
  if (ids.length === 0) return new Map();
  const none = ids.map(() => null);
  const hits = sql`unnest(${ids.map(() => 0)}::integer[], ${ids}::uuid[], ${none}::text[], ${none}::uuid[], ${none}::integer[])`;
  const rows = (await readHits(context, customerId, hits)).filter(({ is_sold: isSold }) => isSold);
  const reachOf = await readDiscountReach(context, orderId, rows.flatMap(productsOf));
  return new Map(rows.map((row) => [row.id, { ...row, discountReach: reachOf(productsOf(row)) }]));
}

async function searchEach(context: ReadContext, words: readonly string[], terms: readonly SearchTerms[], limit: number): Promise<FoundByWord> {
  if (words.length === 0) return new Map();
  return found(context, words, sql`search_variants_for_each(${context.scope.accountId}::uuid, ${JSON.stringify(terms)}::jsonb, ${limit}::integer)`);
}

/** Runs a function of migration 0035, whose rows name the word by its place. */
async function found({ db }: ReadContext, words: readonly string[], hits: RawBuilder<unknown>): Promise<FoundByWord> {
  const { rows } = await sql<FoundId & { readonly place: string }>`select place, tier, id from ${hits}`.execute(db);
  const byWord = new Map<string, FoundId[]>();
  for (const { place, tier, id } of rows) {
    const word = words[Number(place) - 1];
    if (word === undefined) continue;
    const known = byWord.get(word);
    if (known === undefined) byWord.set(word, [{ id, tier }]);
    else known.push({ id, tier });
  }
  return byWord;
}

async function eachChunk(words: readonly string[], size: number, look: (some: readonly string[]) => Promise<FoundByWord>): Promise<FoundByWord> {
  const all = new Map<string, readonly FoundId[]>();
  for (let at = 0; at < words.length; at += size) {
    for (const [word, ids] of await look(words.slice(at, at + size))) all.set(word, ids);
  }
  return all;
}
