import { isCountry } from '@backdesk/domain/core/countries.ts';
import { driftPolicies } from '@backdesk/domain/estimate/price-hold.ts';
import { z } from 'zod';
import {
  address,
  basedOn,
  countryCode,
  currencyCode,
  email,
  filledLine,
  givenAddress,
  givenCountry,
  id,
  line,
  notACountry,
  ppm,
  text,
} from '../core/primitives.ts';

const driftPolicy = z
  .enum(driftPolicies)
  .describe(
    'an accepted estimate whose prices no longer hold, when it is submitted: as accepted, at today’s prices only after issuing anew, or staff say. requote also refuses to accept what cannot be delivered. Stated in each estimate; one that is out keeps what it stated unless this is kinder',
  );
export const siteSignInMode = z
  .enum(['guest_only', 'optional', 'checkout', 'prices', 'all_pages'])
  .describe('guest_only: nobody signs in; optional; checkout, prices, all_pages: what a sign-in is needed for (each also for those before it)');
export const siteRegistration = z.enum(['automatic', 'approval', 'none']).describe('whether visitors of the site may register; approval: staff let each in');

export const settings = z.strictObject({
  version: z.int(),
  name: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  currency: currencyCode,
  country: countryCode,
  region: z.string(),
  postcode: z.string(),
  priceMode: z.enum(['tax_excluded', 'tax_included']),
  taxRounding: z.enum(['line', 'order']),
  includedElsewhere: z.enum(['keep_gross', 'keep_net']),
  paper: z.enum(['letter', 'a4']),
  accent: z.string(),
  estimateValidDays: z.int(),
  acceptedLockDays: z.int(),
  driftPolicy,
  acceptsInPart: z.boolean(),
  remindAfterDays: z.int().nullable(),
  remindBeforeDays: z.int().nullable(),
  leastMarginPpm: z.int(),
  siteSignIn: siteSignInMode,
  siteRegistration,
  siteOrdersWait: z.boolean(),
});

const timeZone = z
  .string()
  .max(64)
  .refine((value) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      return true;
    } catch {
      return false;
    }
  }, 'must be a time zone such as America/New_York');

const locale = z
  .string()
  .max(35)
  .refine((value) => {
    try {
      return Intl.getCanonicalLocales(value).length === 1;
    } catch {
      return false;
    }
  }, 'must be a language tag such as en-US');

export const changeSettings = z.strictObject({
  basedOn,
  name: filledLine(200).optional(),
  locale: locale.optional(),
  timeZone: timeZone.optional(),
  currency: currencyCode.optional(),
  country: givenCountry.optional(),
  region: line(60).optional(),
  postcode: line(20).optional(),
  priceMode: z.enum(['tax_excluded', 'tax_included']).optional().describe('new orders take it; existing ones keep theirs'),
  taxRounding: z.enum(['line', 'order']).optional(),
  includedElsewhere: z.enum(['keep_gross', 'keep_net']).optional(),
  paper: z.enum(['letter', 'a4']).optional(),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0d5c68')
    .optional(),
  acceptedLockDays: z.int().min(0).max(365).optional().describe('days beyond its validity in which the prices of an accepted estimate hold'),
  driftPolicy: driftPolicy.optional(),
  acceptsInPart: z.boolean().optional().describe('customers may take some lines of an estimate; the rest becomes another one'),
  leastMarginPpm: z
    .int()
    .min(0)
    .max(990_000)
    .optional()
    .describe('the part of a price that must be earned at least, in parts per million; below it only who has price:below_floor may go. 0: not below cost'),
  estimateValidDays: z.int().min(1).max(365).optional(),
  remindAfterDays: z
    .int()
    .min(1)
    .max(60)
    .nullable()
    .optional()
    .describe('days after sending in which an estimate that nobody opened is brought to mind by mail; null: never'),
  remindBeforeDays: z.int().min(1).max(60).nullable().optional().describe('the same, days before it expires; null: never'),
  siteSignIn: siteSignInMode.optional(),
  siteRegistration: siteRegistration.optional(),
  siteOrdersWait: z.boolean().optional().describe('what is ordered on the site waits for approval; orders that wait already are not moved by it'),
});

/** How a postcode begins: "995", "SW1A". Case, spaces and hyphens do not count. */
const postcodePrefix = filledLine(20).refine((value) => /^[\p{L}\p{N}][\p{L}\p{N}\s-]*$/u.test(value), 'must be how a postcode begins, such as 995');

const taxRateFields = {
  code: filledLine(60),
  name: filledLine(120),
  ratePpm: ppm,
  country: countryCode,
  region: line(60).default('').describe("'' reaches the whole country"),
  postcodes: z.array(postcodePrefix).max(1000).default([]).describe('how the postcodes begin that it reaches; empty: all of the country or region'),
  category: filledLine(60).nullable().default(null).describe('null: every category'),
  onShipping: z.boolean().default(false),
  active: z.boolean().default(true),
};

export const newTaxRate = z.strictObject({ ...taxRateFields, country: givenCountry });
export const taxRate = z.strictObject({ id, version: z.int(), ...taxRateFields });

/** A part of the world as it is stored and answered; `givenArea` is one as it is given. */
const zoneArea = z.strictObject({
  country: z.union([countryCode, z.literal('*')]).describe("'*' serves every country"),
  regions: z.array(filledLine(60)).max(100).default([]),
  postcodes: z
    .array(postcodePrefix)
    .max(1000)
    .default([])
    .describe('how the postcodes begin that it reaches, beside the regions; both empty: the whole country'),
});

const givenArea = zoneArea.extend({
  country: z
    .string()
    .refine((value) => value === '*' || isCountry(value), `${notACountry}, or *`)
    .describe("'*' serves every country"),
});

const rateAmount = z.int().min(0).max(1_000_000_000).describe('minor units');
const freeOverAmount = rateAmount.nullable().default(null).describe('from this items total on it costs nothing; null: never');

/** By which rule a rate charges. */
export const rateTerms = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), amount: rateAmount, freeOverAmount }),
  z.strictObject({
    kind: z.literal('by_weight'),
    tiers: z
      .array(z.strictObject({ upToGrams: z.int().min(1).max(1_000_000_000).nullable(), amount: rateAmount }))
      .min(1)
      .max(50)
      .describe('ascending; null is the open last one'),
    freeOverAmount,
  }),
  z.strictObject({
    kind: z.literal('by_items'),
    tiers: z
      .array(z.strictObject({ upToAmount: z.int().min(0).max(1_000_000_000_000).nullable(), amount: rateAmount }))
      .min(1)
      .max(50)
      .describe('by the items total, minor units; ascending; null is the open last one'),
    freeOverAmount,
  }),
]);

const rateFields = { name: filledLine(120), transit: line(200).default(''), terms: rateTerms, active: z.boolean().default(true) };

export const newShippingZone = z.strictObject({
  name: filledLine(120),
  areas: z.array(givenArea).min(1).max(300),
  rates: z.array(z.strictObject(rateFields)).max(100).default([]),
});
export const changeShippingZone = z.strictObject({
  basedOn,
  name: filledLine(120).optional(),
  areas: z.array(givenArea).min(1).max(300).optional(),
  rates: z
    .array(z.strictObject({ id: id.optional(), ...rateFields }))
    .max(100)
    .optional()
    .describe('replaces all; with an id it stays the same rate'),
});
export const shippingZone = z.strictObject({
  id,
  version: z.int(),
  name: z.string(),
  areas: z.array(zoneArea),
  rates: z.array(z.strictObject({ id, ...rateFields })),
});

const pickupPlaceFields = {
  name: filledLine(120),
  address: address.describe('the tax place of what is fetched there'),
  hours: line(200).default('').describe('when people may come, in words'),
  active: z.boolean().default(true),
};

export const newPickupPlace = z.strictObject({ ...pickupPlaceFields, address: givenAddress.describe('the tax place of what is fetched there') });
export const pickupPlace = z.strictObject({ id, version: z.int(), ...pickupPlaceFields });

const letterheadFields = {
  legalName: line(200).default('').describe('of who sells, where it is another than the name of the account'),
  taxId: line(60).default('').describe('as it is written on documents, with what it is: "EIN 12-3456789", "USt-IdNr. DE123456789"'),
  phone: line(60).default(''),
  email: email.or(z.literal('')).default(''),
  terms: text(5000).default('').describe('under every estimate that is issued from now on, and part of what is accepted'),
  paymentTerms: line(100).default('').describe('of orders whose company has none, such as "Net 30"'),
  depositPpm: z.int().min(1).max(1_000_000).nullable().default(null).describe('the part of its total that a new draft asks for on acceptance; null: none'),
  pictures: z.boolean().default(false).describe('whether the PDF shows the pictures of its lines, and what was sent with them'),
};

export const setLetterhead = z.strictObject({
  basedOn,
  ...letterheadFields,
  address: givenAddress.nullable().default(null).describe('of who sells; mails have it in their foot too'),
  logoFileId: id.nullable().default(null).describe('a picture that was sent; null: none'),
});

/** What an estimate says of who sells, and how it looks. */
export const letterhead = z.strictObject({
  version: z.int(),
  ...letterheadFields,
  address: address.nullable(),
  logo: z.strictObject({ fileId: id, name: z.string(), url: z.string() }).nullable(),
});

const listedUnit = z.strictObject({
  name: filledLine(30).describe('one of it, as it is printed: "case"'),
  pieces: z.int().min(1).max(1_000_000).nullable().default(null).describe('filled in with it; null: as most variants have it'),
  active: z.boolean().default(true).describe('whether it is offered where a unit is typed'),
});

export const setUnitList = z.strictObject({ basedOn, items: z.array(listedUnit).max(50).describe('in the order in which they are offered') });

export const unitList = z.strictObject({ version: z.int().describe('that of the settings'), items: z.array(listedUnit) });

export type UnitListJson = z.infer<typeof unitList>;
export type Letterhead = z.infer<typeof letterhead>;
export type PickupPlaceJson = z.infer<typeof pickupPlace>;
export type Settings = z.infer<typeof settings>;
export type TaxRateJson = z.infer<typeof taxRate>;
export type ShippingZoneJson = z.infer<typeof shippingZone>;
