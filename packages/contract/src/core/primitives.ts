// The small schemas everything else is made of. Objects on the wire are strict: an unknown field is refused, not dropped.
import { isCountry } from '@backdesk/domain/core/countries.ts';
import { largestQuantity } from '@backdesk/domain/pricing/bounds.ts';
import { z } from 'zod';

const controlCharacters = /[\u0000-\u001f\u007f]/;
const visibleCharacter = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;
const forbiddenInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A UUID of ours (version 7), lower case. */
export const id = z.uuid().describe('UUID');

/** One line of text, trimmed, at most `max` characters; no control characters, no half surrogates. Emoji and any script are welcome. */
export function line(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed() && !controlCharacters.test(value), 'must be one line of text without control characters')
    .transform((value) => value.trim());
}

/** As `line`, with something in it that can be seen: a name of spaces or of marks without a width names nothing. */
export function filledLine(max: number) {
  return line(max).refine((value) => visibleCharacter.test(value), 'must not be empty');
}

/** Text of several lines, at most `max` characters; tabs and line breaks allowed. */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed() && !forbiddenInText.test(value), 'must be text without control characters');
}

/** What an `Idempotency-Key` may be: it has to go into a header. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters');

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD');
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as US');

/** An amount in whole minor units of its currency (1050 = 10.50 USD, 1050 JPY, 1.050 KWD). */
export const money = z
  .strictObject({ amount: z.int().describe('whole minor units'), currency: currencyCode })
  .meta({ id: 'Money', description: 'Amount in minor units with its currency' });

/** A unit price or extended price: decimal string in major units, up to six places. */
export const decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, 'must be a decimal string with up to six places, such as "8.50"');
export const positiveDecimal = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'must be a decimal string of zero or more with up to six places, such as "8.50"');

/** Parts per million: 8.875 % is 88750. */
export const ppm = z.int().min(0).max(1_000_000).describe('parts per million: 8.875 % is 88750');

const pieces = `must be a whole number from 1 to ${largestQuantity}`;
/** Whole pieces. */
export const quantity = z.int(pieces).min(1, pieces).max(largestQuantity, pieces);

/** RFC 3339 time in UTC. */
export const time = z.iso.datetime();
/** A calendar day in the account's time zone. Days beyond the years in which orders are written are typing errors (and no database holds them all). */
export const day = z.iso.date().refine((value) => value >= '1900-01-01' && value <= '2999-12-31', 'must be a day of the years 1900 to 2999');

export const email = z
  .string()
  .max(254)
  .transform((value) => value.trim())
  .pipe(z.email('must be an email address such as dana@example.com'));

/** A version of a document; each command raises it by one. */
export const version = z.int().min(1).max(2_147_483_647);

/** The version of the order (or other document) that this write was made on. Without it the write applies as it comes. */
export const basedOn = version.optional().describe('version this change was made on; a field changed since by someone else answers 409 order.conflict');

/** The same for what has no body. */
export const basedOnQuery = z.strictObject({
  basedOn: z.coerce
    .number()
    .pipe(version)
    .optional()
    .describe(basedOn.description ?? ''),
});

export const notACountry = 'is not the code of a country (ISO 3166-1 alpha-2, such as US or GB)';

/** A country as it is given: ZZ, EU, UK and the like are none. */
export const givenCountry = z.string().refine(isCountry, notACountry);

const addressParts = {
  name: line(200).default(''),
  company: line(200).default(''),
  line1: filledLine(200),
  line2: line(200).default(''),
  city: line(120).default('').describe('where the country’s addresses have one'),
  region: line(120).default('').describe('ISO 3166-2 part after the dash where the country has regions ("NY"), else free text'),
  postcode: line(20).default(''),
  country: countryCode,
  phone: line(60).default(''),
};

/** An address as it is stored and answered. What was stored before a rule came stays readable. */
export const address = z.strictObject(addressParts).meta({ id: 'Address', description: 'Postal address' });

/** An address as it is given. What its country needs beyond this is the domain's `addressFaults`, asked by browser and server. */
export const givenAddress = z.strictObject({ ...addressParts, country: givenCountry }).meta({
  id: 'GivenAddress',
  description: 'Postal address. Parts that its country needs must be there; a region may be given by name, a postcode without its space.',
});

/** Keyset page of a listing. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const pageQuery = {
  cursor: z.string().max(1000).optional().describe('nextCursor of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** Free search words. Any script; a tab or line break between them, as two cells of a sheet are pasted, parts words; trimmed; empty is no search. */
export const searchQuery = z
  .string()
  .max(200)
  .refine((value) => value.isWellFormed(), 'must be text without half characters')
  .transform((value) => value.split(controlCharacters).join(' ').trim())
  .optional()
  .describe('search words');

export const idParams = z.strictObject({ id });
/** The secret of a link; what is longer than ours can be none. */
export const tokenParams = z.strictObject({ token: z.string().min(1).max(200) });
export const done = z.strictObject({ done: z.literal(true) });

export type Address = z.infer<typeof address>;
export type MoneyJson = z.infer<typeof money>;
