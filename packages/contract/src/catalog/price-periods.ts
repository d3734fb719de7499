// Prices with days: what a product costs from, until or between certain days, for everybody or for a price role.
import { z } from 'zod';
import { basedOn, day, id } from '../core/primitives.ts';
import { priceBreak } from './price-table.ts';

const place = {
  variantId: id.nullable().describe('null: every variant'),
  roleId: id.nullable().describe('the price role that pays it; null: everybody whose role has no price of its own'),
};
const days = {
  validFrom: day.nullable().describe('its first day, in the time zone of the account; null: it has been in force before'),
  validUntil: day.nullable().describe('its last day, through its last second; null: it does not end'),
};

export const pricePeriod = z
  .strictObject({
    ...place,
    roleName: z.string().nullable(),
    ...days,
    breaks: z.array(priceBreak).describe('ascending by quantity; they stand in place of all breaks that hold without days'),
    state: z.enum(['ended', 'now', 'coming']).describe('today'),
  })
  .meta({ id: 'PricePeriod' });

export const pricePeriodList = z.strictObject({
  version: z.int().describe('of the product: what a change is based on'),
  items: z.array(pricePeriod).describe('by role, variant and first day'),
});

/** All periods of a product in the currency of the account. */
export const setPricePeriods = z.strictObject({
  basedOn,
  periods: z
    .array(
      z.strictObject({
        variantId: place.variantId.default(null),
        roleId: place.roleId.default(null),
        validFrom: days.validFrom.default(null),
        validUntil: days.validUntil.default(null),
        breaks: z.array(priceBreak).min(1).max(50),
      }),
    )
    .max(200)
    .describe('each with a first or a last day; two for the same variant and role must not share a day. One that is left out is gone'),
});

export type PricePeriodJson = z.infer<typeof pricePeriod>;
export type PricePeriodList = z.infer<typeof pricePeriodList>;
export type SetPricePeriods = z.output<typeof setPricePeriods>;
