// Which product a pasted row is, when there is no doubt; else a person chooses (issue 4, "Paste"). A SKU or code decides. A name
// decides only when it fits one product and its figure can be nothing but a quantity: "11 oz mug" must not become eleven mugs.
import { largestQuantity } from '../pricing/bounds.ts';
import type { RowReading } from './read-rows.ts';

/** What the search says of one hit. `asks`: something must be answered before it can be ordered. */
export type RowHit = { readonly id: string; readonly match: 'exact' | 'prefix' | 'words' | 'near'; readonly asks: boolean };

export type RowMatch =
  /** It is this one, as many. */
  | { readonly status: 'certain'; readonly hitId: string; readonly quantity: number }
  /** It may be one of these; `quantity` null: none was given. `why`: what is asked of a person. */
  | {
      readonly status: 'choose';
      readonly why: 'several' | 'similar' | 'quantity' | 'options';
      readonly hitIds: readonly string[];
      readonly quantity: number | null;
    }
  | { readonly status: 'none'; readonly quantity: number | null };

export type ReadHits = { readonly reading: RowReading; readonly hits: readonly RowHit[] };

/** Decides from the readings of a row, likeliest first, each with the hits of its words, best first. */
export function matchRow(read: readonly ReadHits[]): RowMatch {
  const exact = read.map(({ reading, hits }) => ({ reading, hits: hits.filter(({ match }) => match === 'exact') })).filter(({ hits }) => hits.length > 0);
  const [sure] = exact;
  // A figure that is a SKU at both ends ("501 24") is for a person to read. Cells beside one quantity are not in doubt: the SKU's
  // column is read before the name's.
  if (sure !== undefined && exact.some(({ reading }) => reading.quantity !== sure.reading.quantity))
    return choice(exact, isOneHit(exact) ? 'quantity' : 'several');
  if (sure !== undefined) return sure.hits.length === 1 ? taken(sure.reading, sure.hits[0]) : choice([sure], 'several');
  const named = read.find(({ hits }) => hits.length > 0);
  if (named === undefined) return { status: 'none', quantity: quantityOf(read) };
  const [first, ...others] = named.hits;
  if (first !== undefined && others.length === 0 && first.match !== 'near' && named.reading.isMarked) return taken(named.reading, first);
  const sameWords = read.filter(({ reading }) => reading.words === named.reading.words);
  if (isOneHit(sameWords) && first?.match !== 'near' && quantityOf(sameWords) === null) return choice(sameWords, 'quantity');
  return choice(sameWords, first?.match === 'near' ? 'similar' : 'several');
}

function taken({ quantity }: RowReading, hit: RowHit | undefined): RowMatch {
  if (hit === undefined) return { status: 'none', quantity };
  // More than a line can hold is asked for again by itself: added up with other rows of its SKU it would have those refused too.
  if (quantity === null || quantity < 1 || quantity > largestQuantity) return { status: 'choose', why: 'quantity', hitIds: [hit.id], quantity: null };
  if (hit.asks) return { status: 'choose', why: 'options', hitIds: [hit.id], quantity };
  return { status: 'certain', hitId: hit.id, quantity };
}

function choice(read: readonly ReadHits[], why: 'several' | 'similar' | 'quantity'): RowMatch {
  return { status: 'choose', why, hitIds: hitIdsOf(read), quantity: quantityOf(read) };
}

function hitIdsOf(read: readonly ReadHits[]): readonly string[] {
  return [...new Set(read.flatMap(({ hits }) => hits.map(({ id }) => id)))];
}

function isOneHit(read: readonly ReadHits[]): boolean {
  return hitIdsOf(read).length === 1;
}

/** How many the likeliest reading says; null where the same words are read with another figure too ("CAP;24;10"). */
function quantityOf([first, ...others]: readonly ReadHits[]): number | null {
  if (first === undefined) return null;
  const { words, quantity } = first.reading;
  return others.some(({ reading }) => reading.words === words && reading.quantity !== quantity) ? null : quantity;
}
