import { searchWords } from '@backdesk/domain/core/search-words.ts';

/** What was typed into a search box, as the search functions of the database take it (migration 0003). */
export type SearchTerms = {
  /** As typed, for codes, SKUs and e-mail addresses. */
  readonly raw: string;
  /** Its words, joined; empty when there are only signs. */
  readonly name: string;
  /** A pattern for each different word, the longest first: one or two letters must begin a word, more may stand inside one. */
  readonly parts: readonly string[];
  readonly whole: readonly string[];
};

/** More words than anybody types are left out, so that a long text pasted by mistake costs no more than a search. */
const mostWords = 12;

export function searchTerms(text: string): SearchTerms {
  const words = searchWords(text).slice(0, mostWords);
  const different = [...new Set(words)].sort((a, b) => b.length - a.length);
  return {
    raw: text.trim(),
    name: words.join(' '),
    parts: different.map((word) => (word.length < 3 ? `% ${word}%` : `%${word}%`)),
    whole: different.map((word) => `% ${word} %`),
  };
}
