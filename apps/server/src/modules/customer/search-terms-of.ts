import type { SearchTerms } from '../../db/search-terms.ts';
import { searchTerms } from '../../db/search-terms.ts';

const phoneSigns = /^[\d\s()+./-]+$/;

/**
 * A telephone number is found by its digits, however they are grouped here or there: of a long one the last nine, because
 * the country's code and a leading 0 stand in the one and not in the other. Anything else is words.
 */
export function searchTermsOf(text: string): SearchTerms {
  const terms = searchTerms(text);
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  if (!phoneSigns.test(text) || digits.length < 4) return terms;
  const tail = digits.slice(-9);
  return { ...terms, parts: [`%${tail}%`], whole: [`% ${tail} %`] };
}
