import type { ListedUnit } from '@backdesk/domain/catalog/unit-list.ts';
import type { ShippingRateTerms, ZoneArea } from '@backdesk/domain/shipping/types.ts';
import type { UpdateObject } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { CommandContext } from '../context.ts';
import { actorKey } from '../context.ts';
import type { TaxRateFields } from './policy.ts';

type Context = Pick<CommandContext, 'tx' | 'scope'>;

/** Settings, tax rates and zones of one account change one at a time, so checks over several rows hold. `no key`: orders being made still refer to it. */
export async function lockAccount({ tx, scope }: Context): Promise<void> {
  await tx.selectFrom('accounts').select('account_id').where('account_id', '=', scope.accountId).forNoKeyUpdate().execute();
}

export async function updateAccount({ tx, scope }: Context, values: UpdateObject<Tables, 'accounts'>): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ ...values, version: sql`version + 1` })
    .where('account_id', '=', scope.accountId)
    .execute();
}

const taxRateColumns = (rate: TaxRateFields) => ({
  code: rate.code,
  name: rate.name,
  rate_ppm: rate.ratePpm,
  country: rate.country,
  region: rate.region,
  postcodes: [...rate.postcodes],
  category: rate.category,
  on_shipping: rate.onShipping,
  active: rate.active,
});

export async function insertTaxRate({ tx, scope }: Context, id: string, rate: TaxRateFields): Promise<void> {
  await tx
    .insertInto('tax_rates')
    .values({ account_id: scope.accountId, id, ...taxRateColumns(rate) })
    .execute();
}

export async function updateTaxRate({ tx, scope }: Context, id: string, rate: TaxRateFields): Promise<void> {
  await tx
    .updateTable('tax_rates')
    .set({ ...taxRateColumns(rate), version: sql`version + 1` })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .execute();
}

export async function removeTaxRate({ tx, scope }: Context, id: string): Promise<void> {
  await tx.deleteFrom('tax_rates').where('account_id', '=', scope.accountId).where('id', '=', id).execute();
}

export type StoredRate = { readonly id: string; readonly name: string; readonly transit: string; readonly terms: ShippingRateTerms; readonly active: boolean };

export async function insertZone(
  { tx, scope }: Context,
  zone: { readonly id: string; readonly name: string; readonly areas: readonly ZoneArea[] },
): Promise<void> {
  const { accountId } = scope;
  await tx
    .insertInto('shipping_zones')
    .values((eb) => ({
      account_id: accountId,
      id: zone.id,
      name: zone.name,
      areas: JSON.stringify(zone.areas),
      position: eb.selectFrom('shipping_zones').where('account_id', '=', accountId).select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
    }))
    .execute();
}

export async function updateZone({ tx, scope }: Context, id: string, values: { readonly name: string; readonly areas: readonly ZoneArea[] }): Promise<void> {
  await tx
    .updateTable('shipping_zones')
    .set({ name: values.name, areas: JSON.stringify(values.areas), version: sql`version + 1` })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .execute();
}

/** The rates of a zone become exactly these, in this order. */
export async function replaceRates({ tx, scope }: Context, zoneId: string, rates: readonly StoredRate[]): Promise<void> {
  await tx.deleteFrom('shipping_rates').where('account_id', '=', scope.accountId).where('zone_id', '=', zoneId).execute();
  if (rates.length === 0) return;
  await tx
    .insertInto('shipping_rates')
    .values(rates.map((rate, position) => ({ account_id: scope.accountId, zone_id: zoneId, position, ...rate, terms: JSON.stringify(rate.terms) })))
    .execute();
}

export async function removeZone({ tx, scope }: Context, id: string): Promise<void> {
  await tx.deleteFrom('shipping_rates').where('account_id', '=', scope.accountId).where('zone_id', '=', id).execute();
  await tx.deleteFrom('shipping_zones').where('account_id', '=', scope.accountId).where('id', '=', id).execute();
}

type PickupPlaceFields = { readonly name: string; readonly address: object; readonly hours: string; readonly active: boolean };
const pickupPlaceColumns = ({ name, address, hours, active }: PickupPlaceFields) => ({ name, address: JSON.stringify(address), hours, active });

export async function insertPickupPlace({ tx, scope }: Context, id: string, place: PickupPlaceFields): Promise<void> {
  await tx
    .insertInto('pickup_places')
    .values({ account_id: scope.accountId, id, ...pickupPlaceColumns(place) })
    .execute();
}

export async function updatePickupPlace({ tx, scope }: Context, id: string, place: PickupPlaceFields): Promise<void> {
  await tx
    .updateTable('pickup_places')
    .set({ ...pickupPlaceColumns(place), version: sql`version + 1` })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .execute();
}

export async function removePickupPlace({ tx, scope }: Context, id: string): Promise<void> {
  await tx.deleteFrom('pickup_places').where('account_id', '=', scope.accountId).where('id', '=', id).execute();
}

type Letterhead = {
  readonly legalName: string;
  readonly taxId: string;
  readonly phone: string;
  readonly email: string;
  readonly terms: string;
  readonly pictures: boolean;
  readonly paymentTerms: string;
  readonly depositPpm: number | null;
  readonly logoFileId: string | null;
};

export async function saveLetterhead({ tx, scope }: Context, letterhead: Letterhead): Promise<void> {
  const { legalName, taxId, phone, email, terms, pictures, paymentTerms, depositPpm, logoFileId } = letterhead;
  const asked = { payment_terms: paymentTerms, deposit_ppm: depositPpm };
  const values = { legal_name: legalName, tax_id: taxId, phone, email, terms, pictures, ...asked, logo_file_id: logoFileId };
  await tx
    .insertInto('letterheads')
    .values({ account_id: scope.accountId, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
    .execute();
}

export async function saveUnitList({ tx, scope }: Context, items: readonly ListedUnit[]): Promise<void> {
  const units = JSON.stringify(items);
  await tx
    .insertInto('unit_lists')
    .values({ account_id: scope.accountId, units })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ units }))
    .execute();
}

export type SettingsEvent = { readonly subjectId: string; readonly version: number; readonly type: string; readonly data: Readonly<Record<string, unknown>> };

export async function addEvent({ tx, scope, actor, now }: CommandContext, event: SettingsEvent): Promise<void> {
  await tx
    .insertInto('events')
    .values({
      account_id: scope.accountId,
      subject_id: event.subjectId,
      version: event.version,
      index: 0,
      subject: 'settings',
      type: event.type,
      actor: actorKey(actor),
      actor_name: actor.name,
      at: now,
      data: JSON.stringify(event.data),
    })
    .execute();
}
