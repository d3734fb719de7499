import { nearestWord } from '@backdesk/domain/core/nearest-word.ts';
import { searchWords } from '@backdesk/domain/core/search-words.ts';
import { sql } from 'kysely';
import type { AccountScope } from '../modules/context.ts';
import type { Database } from './pool.ts';
import type { SearchTerms } from './search-terms.ts';
import { searchTerms } from './search-terms.ts';

/**
 * The same search with each word that we don't know replaced by the known word it is nearest to; undefined when there is
 * nothing to replace. A whole code typed with a slip ("TEE-RDE-M") is looked for first.
 */
export async function nearTerms(db: Database, scope: AccountScope, noun: 'catalog' | 'customer', text: string): Promise<SearchTerms | undefined> {
  const words = [...new Set(searchWords(text).slice(0, 12))].filter((word) => word.length >= 3 && !/^\d+$/.test(word));
  const code = searchWords(text).join('');
  const asked = [...new Set([...words, ...(code.length <= 40 && /[\d_/.-]/.test(text) ? [code] : [])])];
  if (asked.length === 0) return undefined;
  const found = await sql<{ asked: string; word: string }>`select asked, word from near_words(${scope.accountId}, ${noun}, ${asked})`.execute(db);
  const near = new Map(
    asked.map((word) => [
      word,
      nearestWord(
        word,
        found.rows.filter((row) => row.asked === word).map((row) => row.word),
      ),
    ]),
  );
  const nearCode = near.get(code);
  if (nearCode !== undefined && nearCode !== code) return searchTerms(nearCode);
  const replaced = searchWords(text).map((word) => near.get(word) ?? word);
  return replaced.join(' ') === searchWords(text).join(' ') ? undefined : searchTerms(replaced.join(' '));
}
