// Pasted rows against the catalogue, by the very search of Add Product: what it finds first there is what is proposed here. All rows
// share their statements: a list of a thousand asks hardly more often than one of ten.
import type { matchRows as matchRowsBody } from '@backdesk/contract/catalog/search.ts';
import { missingOptions } from '@backdesk/domain/catalog/configuration.ts';
import { matchRow, type RowMatch } from '@backdesk/domain/entry/match-row.ts';
import type { RowReading } from '@backdesk/domain/entry/read-rows.ts';
import type { z } from 'zod';
import type { CommandContext, ReadContext } from '../../context.ts';
import { matchOf } from '../match-of.ts';
import { type FoundId, findBest, findExact, findNear, readVariants } from '../queries/match-words.ts';
import type { HitRow } from '../row-types.ts';

export type MatchedRow = { readonly match: RowMatch; readonly hits: readonly { readonly row: HitRow; readonly isNear: boolean }[] };

/** As many as a person can choose from with the figures of a keyboard. */
const candidates = 6;
/** Rows looked up for misspellings; nobody mends more by hand, and a pasted novel would ask for each of its words. */
const mostNear = 200;

type Row = { readonly readings: readonly RowReading[] };
type Hit = FoundId & { readonly isNear: boolean };
type HitsOfWord = ReadonlyMap<string, readonly Hit[]>;

/** Reads only; it is a POST because a thousand rows do not fit into an address. */
export async function matchRows(context: CommandContext, { customerId, orderId, rows }: z.output<typeof matchRowsBody>): Promise<readonly MatchedRow[]> {
  const read = { ...context, db: context.tx };
  const found = await lookUp(read, rows);
  const ids = [...new Set([...found.values()].flatMap((hits) => hits.map(({ id }) => id)))];
  const variants = await readVariants(read, { customerId, orderId }, ids);
  return rows.map(({ readings }) => {
    const all = readings.map((reading) => {
      const looked = found.get(searchedFor(reading)) ?? [];
      const hits = looked.filter(({ id }) => variants.has(id));
      // Only so many are looked at: where some of them are not sold to the customer, a name that fits one may fit others beyond them.
      return { reading: hits.length < looked.length ? { ...reading, isMarked: false } : reading, hits };
    });
    const match = matchRow(all.map(({ reading, hits }) => ({ reading, hits: hits.map((hit) => rowHit(hit, variants.get(hit.id))) })));
    const named = match.status === 'choose' ? match.hitIds : match.status === 'certain' ? [match.hitId] : [];
    const known = new Map(all.flatMap(({ hits }) => hits.map((hit) => [hit.id, hit] as const)));
    return {
      match,
      hits: named.slice(0, candidates).flatMap((id) => {
        const hit = known.get(id);
        const row = variants.get(id);
        return hit === undefined || row === undefined ? [] : [{ row: { ...row, tier: hit.tier }, isNear: hit.isNear }];
      }),
    };
  });
}

function rowHit({ id, tier, isNear }: Hit, row: HitRow | undefined) {
  return { id, match: matchOf({ tier }, isNear), asks: row !== undefined && missingOptions(row.configuration_options, {}).length > 0 };
}

/**
 * The hits that decide each row: exact ones of any reading; for a row without, those of the first reading that finds something;
 * for a row that finds nothing, near-misses of the first reading that has some.
 */
async function lookUp(read: ReadContext, rows: readonly Row[]): Promise<HitsOfWord> {
  const found = new Map<string, readonly Hit[]>();
  const add = (hits: ReadonlyMap<string, readonly FoundId[]>, isNear: boolean) => {
    for (const [word, ids] of hits)
      found.set(
        word,
        ids.slice(0, candidates).map((hit) => ({ ...hit, isNear })),
      );
  };
  const left = (from: readonly Row[]) => from.filter(({ readings }) => !readings.some((reading) => found.has(searchedFor(reading))));
  add(await findExact(read, wordsOf(rows.flatMap(({ readings }) => readings)), candidates), false);
  let open = left(rows);
  for (let at = 0; open.some(({ readings }) => readings[at] !== undefined); at += 1) {
    add(await findBest(read, wordsOf(open.flatMap(({ readings }) => readings[at] ?? [])), candidates), false);
    open = left(open);
  }
  open = open.filter(({ readings }) => readings.length > 0).slice(0, mostNear);
  add(await findNear(read, wordsOf(open.flatMap(({ readings }) => readings)), candidates), true);
  return found;
}

const wordsOf = (readings: readonly RowReading[]) => [...new Set(readings.map(searchedFor))];

function searchedFor({ words }: Pick<RowReading, 'words'>): string {
  return words.toLowerCase();
}
