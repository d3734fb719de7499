import { api } from './api.ts';

/** Names of companies that have the words, for the field of the customer form. */
export function searchCompanies(words: string, signal: AbortSignal): Promise<readonly string[]> {
  return api.listCompanies({ query: { q: words, limit: 10 } }, { signal }).then(({ items }) => items.map(({ name }) => name));
}
