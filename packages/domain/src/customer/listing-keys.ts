// What the listing of customers sorts by (decision record 0022): kept beside each customer, so that an index gives every order.
import { searchWords } from '../core/search-words.ts';

/** Sorts behind every letter and digit: what has no company, or no number. */
const lastKey = '~';

export type ListingKeys = { readonly nameKey: string; readonly companyKey: string; readonly numberKey: string };

/**
 * The keys of one customer, compared byte by byte. In a number each group of digits is filled up, so that C-9 stands before C-10.
 *
 * @example listingKeys({ name: 'Dana Wu', company: null, number: 'C-9' })
 * // { nameKey: 'dana wu', companyKey: '~', numberKey: 'c-000000000009' }
 */
export function listingKeys(customer: { readonly name: string; readonly company: string | null; readonly number: string | null }): ListingKeys {
  return {
    nameKey: searchWords(customer.name).join(' '),
    companyKey: searchWords(customer.company ?? '').join(' ') || lastKey,
    numberKey: customer.number === null ? lastKey : customer.number.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0')),
  };
}
