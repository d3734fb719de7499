// Figures, dates and addresses as the reader of a mail writes them. Exact: amounts pass through Intl as decimal strings,
// never as floats.
import { writtenRegion } from '@backdesk/domain/address/written-region.ts';
import type { Address } from '@backdesk/domain/order/types.ts';
import { formatAddress } from 'localized-address-format';
import { digitsOf, numberFormat } from '../money-in-words.ts';

/** A unit price in major units as "$8.50" or "$0.145": the currency's digits, up to six. */
export function unitPriceInWords(price: string, currency: string, locale: string): string {
  return numberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digitsOf(currency), maximumFractionDigits: 6 }).format(
    price as `${number}`,
  );
}

export function countInWords(count: number, locale: string): string {
  return numberFormat(locale, {}).format(count);
}

// Slow to build and cheap to use; a history writes many.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** A calendar day (YYYY-MM-DD) as "Dec 23, 2026". */
export function dayInWords(day: string, locale: string): string {
  const format = dayFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  dayFormats.set(locale, format);
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** An instant as "Nov 23, 2026, 4:14 AM EST", in the account's own zone. */
export function timeInWords(at: Date, { locale, timeZone }: { readonly locale: string; readonly timeZone: string }): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locale, options).format(at);
}

/** The lines of an address in the order its own country writes them; the country last, unless it is the reader's own. */
export function addressInWords(address: Address, reader: { readonly locale: string; readonly country: string }): readonly string[] {
  const parts = [address.line1, address.line2].filter((line) => line !== '');
  // An address in Latin letters is written as from abroad: the street before the town, in Japan too.
  const isLatin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(address.line1);
  const write = (addressLines: readonly string[]) =>
    formatAddress(
      {
        postalCountry: address.country,
        administrativeArea: writtenRegion(address),
        locality: address.city,
        postalCode: address.postcode,
        organization: address.company,
        name: address.name,
        addressLines: [...addressLines],
      },
      isLatin ? 'latin' : 'local',
    );
  const written = write(parts);
  // Some countries' layouts have no town: one that was given is never left out.
  const isDropped = address.city !== '' && !written.some((line) => line.includes(address.city));
  const lines = !isDropped ? written : write(isLatin ? [...parts, address.city] : [address.city, ...parts]);
  return address.country === reader.country ? lines : [...lines, countryName(address.country, reader.locale)];
}

const countryName = (code: string, locale: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
