import { searchWords } from '@backdesk/domain/core/search-words.ts';
import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

type Company = { readonly id: string; readonly name: string };

/** The companies of these names (upper and lower case alike), made where there is none. */
export async function findOrMakeCompanies(
  { tx, scope, now, newId }: CommandContext,
  names: readonly string[],
): Promise<{ readonly byName: ReadonlyMap<string, Company>; readonly made: readonly Company[] }> {
  if (names.length === 0) return { byName: new Map(), made: [] };
  // In the order of the names, so that two that make several at once never wait for each other in a ring.
  const rows = [...new Map(names.map((name) => [name.toLowerCase(), name])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, name]) => ({ id: newId(), name, nameKey: searchWords(name).join(' ') }));
  const made = await sql<Company>`
    insert into companies (account_id, id, name, name_key, created_at, updated_at)
    select ${scope.accountId}, n.id, n.name, n."nameKey", ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, name text, "nameKey" text)
    on conflict (account_id, lower(name)) where deleted_at is null do nothing returning id, name`.execute(tx);
  // A statement of its own: the one above does not see what another transaction had just committed.
  const found = await sql<Company & { asked: string }>`
    select n.asked, o.id, o.name from unnest(${[...new Set(names)]}::text[]) as n (asked)
    join companies o on o.account_id = ${scope.accountId} and lower(o.name) = lower(n.asked) and o.deleted_at is null`.execute(tx);
  return { byName: new Map(found.rows.map(({ asked, id, name }) => [asked, { id, name }])), made: made.rows };
}
