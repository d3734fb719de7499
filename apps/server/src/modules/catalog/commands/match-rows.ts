// Pasted rows against the catalogue, by the very search of Add Product: what it finds first there is what is proposed here.
import type { matchRows as matchRowsBody } from '@backdesk/contract/catalog/schema.ts';
import { matchRow, type RowMatch } from '@backdesk/domain/entry/match-row.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { matchOf } from '../match-of.ts';
import { type FoundVariants, searchVariants } from '../queries/search-variants.ts';
import type { HitRow } from '../row-types.ts';

export type MatchedRow = { readonly match: RowMatch; readonly hits: readonly { readonly row: HitRow; readonly isNear: boolean }[] };

/** As many as a person can choose from with the figures of a keyboard. */
const candidates = 6;

/** Reads only; it is a POST because a thousand rows do not fit into an address. */
export async function matchRows(context: CommandContext, { customerId, rows }: z.output<typeof matchRowsBody>): Promise<readonly MatchedRow[]> {
  const read = { ...context, db: context.tx };
  const found = new Map<string, FoundVariants>();
  for (const words of new Set(rows.flatMap(({ readings }) => readings.map(searchedFor)))) {
    found.set(words, await searchVariants(read, { q: words, customerId, limit: candidates }));
  }
  return rows.map(({ readings }) => {
    const all = readings.map((reading) => ({ reading, result: found.get(searchedFor(reading)) ?? nothing }));
    const match = matchRow(
      all.map(({ reading, result }) => ({
        reading,
        hits: result.rows.map((row) => ({ id: row.id, match: matchOf(row, result.isNear), asks: row.configuration_options.some(({ required }) => required) })),
      })),
    );
    const named = new Set(match.status === 'choose' ? match.hitIds : match.status === 'certain' ? [match.hitId] : []);
    const hits = new Map(all.flatMap(({ result }) => result.rows.map((row) => [row.id, { row, isNear: result.isNear }] as const)));
    return { match, hits: [...named].slice(0, candidates).flatMap((id) => hits.get(id) ?? []) };
  });
}

const nothing: FoundVariants = { rows: [], isNear: false, nextCursor: null };

function searchedFor({ words }: { readonly words: string }): string {
  return words.toLowerCase();
}
