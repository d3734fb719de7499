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
  const parts = [address.line1, address.line2].filter((line) => line !== '');
  // An address in Latin letters is written as from abroad: the street before the town, in Japan too.
  const isLatin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(address.line1);
  const write = (addressLines: readonly string[]) =>
    formatAddress(
      {
        postalCountry: address.country,
        administrativeArea: address.region,
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
  return address.country === home ? lines : [...lines, countryName(address.country, locale)];
}
