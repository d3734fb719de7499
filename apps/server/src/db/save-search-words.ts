import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountScope } from '../modules/context.ts';
import type { Tables } from './tables.ts';

/**
 * Adds the words of these search texts to those that near-misses are looked up in. Numbers alone are left out: the number
 * next to a mistyped one is another thing. In the order of the words, so that two writes never wait for each other in a ring.
 */
export async function saveSearchWords(tx: Kysely<Tables>, scope: AccountScope, noun: 'catalog' | 'customer', texts: readonly string[]): Promise<void> {
  const words = new Set(texts.flatMap((text) => text.split(' ')).filter((word) => word.length >= 3 && word.length <= 80 && !/^\d+$/.test(word)));
  if (words.size === 0) return;
  await sql`
    insert into search_words (account_id, noun, word)
    select ${scope.accountId}, ${noun}, w.word from unnest(${[...words].sort()}::text[]) as w (word)
    where not exists (select 1 from search_words k where k.account_id = ${scope.accountId} and k.noun = ${noun} and k.word = w.word)
    order by w.word
    on conflict do nothing`.execute(tx);
}
