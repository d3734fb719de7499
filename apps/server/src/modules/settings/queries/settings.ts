import type { ShippingRateTerms, ZoneArea } from '@backdesk/domain/shipping/types.ts';
import { type Kysely, sql } from 'kysely';
import type { AccountSettings } from '../../../db/account-settings.ts';
import { accountSettings } from '../../../db/account-settings.ts';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';

type Db = Kysely<Tables>;
type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

export type TaxRateRow = {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly rate_ppm: number;
  readonly country: string;
  readonly region: string;
  readonly postcodes: readonly string[];
  readonly category: string | null;
  readonly on_shipping: boolean;
  readonly active: boolean;
};

export type ZoneRow = { readonly id: string; readonly version: number; readonly name: string; readonly areas: readonly ZoneArea[] };
export type RateRow = {
  readonly id: string;
  readonly zone_id: string;
  readonly name: string;
  readonly transit: string;
  readonly terms: ShippingRateTerms;
  readonly active: boolean;
};
export type Zone = ZoneRow & { readonly rates: readonly RateRow[] };

const taxRateColumns = ['id', 'version', 'code', 'name', 'rate_ppm', 'country', 'region', 'postcodes', 'category', 'on_shipping', 'active'] as const;

/** The settings as they are now: a write that just changed them reads them again. */
export async function getAccount(db: Db, scope: AccountScope): Promise<AccountSettings> {
  return accountSettings(await db.selectFrom('accounts').selectAll().where('account_id', '=', scope.accountId).executeTakeFirstOrThrow());
}

/** By place, then code. */
export async function listTaxRates(db: Db, scope: AccountScope, query: PageQuery) {
  let select = db.selectFrom('tax_rates').select(taxRateColumns).where('account_id', '=', scope.accountId);
  if (query.cursor !== undefined) {
    const [country, region, code, id] = decodeCursor(query.cursor, ['text', 'text', 'text', 'uuid']);
    select = select.where(sql<boolean>`(country, region, lower(code), id) > (${country}, ${region}, ${code}, ${id})`);
  }
  const rows: readonly TaxRateRow[] = await select
    .orderBy('country')
    .orderBy('region')
    .orderBy(sql`lower(code)`)
    .orderBy('id')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([last.country, last.region, last.code.toLowerCase(), last.id]) : null,
  };
}

/** `lock`: for a command that changes it. */
export async function getTaxRate(db: Db, scope: AccountScope, id: string, lock = false): Promise<TaxRateRow> {
  const row = await db
    .selectFrom('tax_rates')
    .select(taxRateColumns)
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not_found');
  return row;
}

/** Whether another rate of this very place and category has the code: both would add up under one name. */
export async function hasTaxRateOfCode(
  db: Db,
  scope: AccountScope,
  rate: { readonly code: string; readonly country: string; readonly region: string; readonly category: string | null },
  butId: string | null,
): Promise<boolean> {
  let query = db
    .selectFrom('tax_rates')
    .select('id')
    .where('account_id', '=', scope.accountId)
    .where('country', '=', rate.country)
    .where(sql<string>`lower(region)`, '=', rate.region.toLowerCase())
    .where(sql<string>`lower(code)`, '=', rate.code.toLowerCase())
    .where('category', 'is not distinct from', rate.category);
  if (butId !== null) query = query.where('id', '<>', butId);
  return (await query.executeTakeFirst()) !== undefined;
}

/** In the order they were placed in, each with its rates. */
export async function listShippingZones(db: Db, scope: AccountScope, query: PageQuery) {
  let select = db.selectFrom('shipping_zones').select(['id', 'version', 'name', 'areas', 'position']).where('account_id', '=', scope.accountId);
  if (query.cursor !== undefined) {
    const [position, id] = decodeCursor(query.cursor, ['integer', 'uuid']);
    select = select.where(sql<boolean>`(position, id) > (${Number(position)}, ${id})`);
  }
  const rows = await select
    .orderBy('position')
    .orderBy('id')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const rates = await ratesOf(
    db,
    scope,
    shown.map((zone) => zone.id),
  );
  return {
    zones: shown.map((zone): Zone => ({ ...zone, areas: zone.areas as readonly ZoneArea[], rates: rates.filter((rate) => rate.zone_id === zone.id) })),
    nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([String(last.position), last.id]) : null,
  };
}

/** One zone with its rates. `lock`: for a command that changes it. */
export async function getShippingZone(db: Db, scope: AccountScope, id: string, lock = false): Promise<Zone> {
  const zone = await db
    .selectFrom('shipping_zones')
    .select(['id', 'version', 'name', 'areas'])
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (zone === undefined) throw new Problem('not_found');
  return { ...zone, areas: zone.areas as readonly ZoneArea[], rates: await ratesOf(db, scope, [id]) };
}

async function ratesOf(db: Db, scope: AccountScope, zoneIds: readonly string[]): Promise<readonly RateRow[]> {
  if (zoneIds.length === 0) return [];
  const rows = await db
    .selectFrom('shipping_rates')
    .select(['id', 'zone_id', 'name', 'transit', 'terms', 'active'])
    .where('account_id', '=', scope.accountId)
    .where('zone_id', 'in', zoneIds)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, terms: row.terms as ShippingRateTerms }));
}

/** Names of the fields that writes after `version` changed on this subject, from its events: what `basedOn` merges by. */
export async function fieldsChangedSince(db: Db, scope: AccountScope, subjectId: string, version: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('events')
    .select('data')
    .where('account_id', '=', scope.accountId)
    .where('subject_id', '=', subjectId)
    .where('version', '>', version)
    .execute();
  return new Set(rows.flatMap((row) => Object.keys((row.data as { readonly changes?: Readonly<Record<string, unknown>> }).changes ?? {})));
}
