import type { ShippingZone } from '@backdesk/domain/shipping/types.ts';
import type { PlacedTaxRate } from '@backdesk/domain/tax/match-rates.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

export type SettingsFacts = {
  /** Active rates of the account's own country and of those asked about. */
  readonly rates: readonly PlacedTaxRate[];
  /** In the order in which they are tried, each with its active rates. */
  readonly zones: readonly ShippingZone[];
};

/** The statement that answers SettingsFacts, for who reads them together with other things. */
export const selectSettingsFacts = (scope: AccountScope, countries: readonly string[]) => sql<SettingsFacts>`
    select (select coalesce(json_agg(json_build_object('code', r.code, 'name', r.name, 'ratePpm', r.rate_ppm, 'category', r.category, 'onShipping', r.on_shipping,
          'country', r.country, 'region', r.region, 'postcodes', r.postcodes) order by r.region, r.code, r.id), '[]')
        from tax_rates r where r.account_id = a.account_id and r.active and (r.country = a.country or r.country = any(${countries}::text[]))) rates,
      (select coalesce(json_agg(json_build_object('id', z.id, 'name', z.name, 'areas', z.areas, 'rates',
          (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'transit', s.transit, 'terms', s.terms) order by s.position, s.id), '[]')
            from shipping_rates s where s.account_id = z.account_id and s.zone_id = z.id and s.active)) order by z.position, z.id), '[]')
        from shipping_zones z where z.account_id = a.account_id) zones
    from accounts a where a.account_id = ${scope.accountId}`;

/** Tax rates and shipping zones in one statement, for whoever prices an order. */
export async function getSettingsFacts(db: Kysely<Tables>, scope: AccountScope, countries: readonly string[]): Promise<SettingsFacts> {
  const { rows } = await selectSettingsFacts(scope, countries).execute(db);
  const [facts] = rows;
  if (facts === undefined) throw new Error('The account of this request does not exist.');
  return facts;
}
