import { formatAddress } from 'localized-address-format';

export type AddressParts = {
  readonly name: string;
  readonly company: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

/** The country in the reader's language; the code itself when it is not known. */
export function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The lines of an address in the order its own country writes them; the country last, unless it is the reader's own. */
export function addressLines(address: AddressParts, { locale, home }: { readonly locale: string; readonly home: string }): readonly string[] {
  const lines = formatAddress({
    postalCountry: address.country,
    administrativeArea: address.region,
    locality: address.city,
    postalCode: address.postcode,
    organization: address.company,
    name: address.name,
    addressLines: [address.line1, address.line2].filter((line) => line !== ''),
  });
  return address.country === home ? lines : [...lines, countryName(address.country, locale)];
}
