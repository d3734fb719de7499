import { nearestWord } from '@backdesk/domain/core/nearest-word.ts';
import { searchWords } from '@backdesk/domain/core/search-words.ts';
import { sql } from 'kysely';
import type { AccountScope } from '../modules/context.ts';
import type { Database } from './pool.ts';
import type { SearchTerms } from './search-terms.ts';
import { searchTerms } from './search-terms.ts';

type Noun = 'catalog' | 'customer';

/**
 * The same search with each word that we don't know replaced by the known word it is nearest to; undefined when there is
 * nothing to replace. A whole code typed with a slip ("TEE-RDE-M") is looked for first.
 */
export async function nearTerms(db: Database, scope: AccountScope, noun: Noun, text: string): Promise<SearchTerms | undefined> {
  const [terms] = await nearTermsOfEach(db, scope, noun, [text]);
  return terms;
}

/** `nearTerms` of many texts, in their order, with one look at the known words. */
export async function nearTermsOfEach(db: Database, scope: AccountScope, noun: Noun, texts: readonly string[]): Promise<readonly (SearchTerms | undefined)[]> {
  const asked = [...new Set(texts.flatMap(askedBy))];
  if (asked.length === 0) return texts.map(() => undefined);
  const { rows } = await sql<{ asked: string; word: string }>`select asked, word from near_words(${scope.accountId}, ${noun}, ${asked})`.execute(db);
  const known = Map.groupBy(rows, (row) => row.asked);
  const near = new Map(
    asked.map((word) => [
      word,
      nearestWord(
        word,
        (known.get(word) ?? []).map((row) => row.word),
      ),
    ]),
  );
  return texts.map((text) => replaced(text, near));
}

/** The words of a text that may be misspelt, and all of it joined when it may be a code. */
function askedBy(text: string): readonly string[] {
  const words = searchWords(text);
  const code = words.join('');
  const long = words.slice(0, 12).filter((word) => word.length >= 3 && !/^\d+$/.test(word));
  return [...long, ...(code !== '' && code.length <= 40 && /[\d_/.-]/.test(text) ? [code] : [])];
}

function replaced(text: string, near: ReadonlyMap<string, string | undefined>): SearchTerms | undefined {
  const words = searchWords(text);
  const code = words.join('');
  const nearCode = askedBy(text).includes(code) ? near.get(code) : undefined;
  if (nearCode !== undefined && nearCode !== code) return searchTerms(nearCode);
  const spelt = words.map((word) => near.get(word) ?? word).join(' ');
  return spelt === words.join(' ') ? undefined : searchTerms(spelt);
}
