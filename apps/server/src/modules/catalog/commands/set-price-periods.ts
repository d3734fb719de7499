import type { SetPricePeriods } from '@backdesk/contract/catalog/price-periods.ts';
import { type PeriodFault, periodFaults } from '@backdesk/domain/catalog/price-periods.ts';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { stamped } from '../changed-fields.ts';
import { loadRecords } from '../queries/load-records.ts';
import { getPricePeriods, type PricePeriodRow } from '../queries/price-periods.ts';
import { findUnknownRoles } from '../queries/unknown-roles.ts';
import type { CatalogRecord } from '../records.ts';
import { savePricePeriods } from '../store/save-price-periods.ts';
import { saveRecords } from '../store/save-records.ts';
import { checkBreaks } from './check-breaks.ts';

type Period = SetPricePeriods['periods'][number];

/**
 * Sets all price periods of a product. Open drafts follow, at once where one is in force today and else on the day it begins or ends;
 * estimates keep what they promised. Refused at its place: a period without a day, one that ends before it begins, two that overlap.
 */
export async function setPricePeriods(context: CommandContext, productId: string, { basedOn, periods }: SetPricePeriods): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product } = found;
  const reading = { ...context, db: tx };
  const wanted = await checked(context, found, periods);
  const { periods: before } = await getPricePeriods(reading, productId);
  const current = { pricePeriods: before.map(inWords) };
  const conflicts = await fieldConflicts({ context, subjectId: productId, basedOn, fieldVersions: product.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  await savePricePeriods(context, productId, wanted);
  const after = (await getPricePeriods(reading, productId)).periods.map(inWords);
  const version = product.version + 1;
  const fieldVersions = stamped(product.fieldVersions, [{ field: 'pricePeriods' }], version);
  await saveRecords(context, { products: [{ ...product, version, fieldVersions }], variants: [], images: { of: [], rows: [] }, pricesOf: new Set() });
  const changes = [{ field: 'pricePeriods', from: current.pricePeriods, to: after }];
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.price_periods_set', data: { changes } }]);
  await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [productId] });
}

async function checked({ tx, scope }: CommandContext, { variants }: CatalogRecord, periods: readonly Period[]): Promise<readonly Period[]> {
  const sold = new Set(variants.map(({ id }) => id));
  const roleIds = [...new Set(periods.flatMap(({ roleId }) => roleId ?? []))];
  const unknown = new Set(await findUnknownRoles(tx, scope, roleIds));
  for (const [at, { variantId, roleId }] of periods.entries()) {
    if (variantId !== null && !sold.has(variantId)) throw invalidField(`/periods/${at}/variantId`, 'is no variant of this product');
    if (roleId !== null && unknown.has(roleId)) throw invalidField(`/periods/${at}/roleId`, 'is no price role');
  }
  const [fault] = periodFaults(periods);
  if (fault !== undefined) throw refusalOf(fault, periods);
  return periods.map((period, at) => ({ ...period, breaks: [...checkBreaks(period.breaks, `/periods/${at}/breaks`)] }));
}

function refusalOf(fault: PeriodFault, periods: readonly Period[]) {
  const pointer = `/periods/${fault.at}`;
  if (fault.fault === 'no_day')
    return invalidField(`${pointer}/validFrom`, 'needs a first or a last day: prices without days are those of the variant or role');
  if (fault.fault === 'ends_before') return invalidField(`${pointer}/validUntil`, 'is before the first day');
  const other = periods[fault.other];
  return invalidField(`${pointer}/validFrom`, `overlaps the period ${daysOf(other)} for the same variant and role: they must not share a day`);
}

const daysOf = (period: Pick<Period, 'validFrom' | 'validUntil'> | undefined) => {
  const { validFrom = null, validUntil = null } = period ?? {};
  if (validFrom === null) return `until ${validUntil}`;
  return validUntil === null ? `from ${validFrom}` : `${validFrom} to ${validUntil}`;
};

/** For history and conflicts: "Gold, 2026-12-01 to 2026-12-24: 1 at 8.5, 24 at 180". */
function inWords(period: PricePeriodRow): string {
  const prices = period.breaks.map(({ quantity, extendedPrice }) => `${quantity} at ${extendedPrice}`).join(', ');
  return `${[period.roleName, daysOf(period)].filter(Boolean).join(', ')}: ${prices}`;
}
