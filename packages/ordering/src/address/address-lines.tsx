import type { Address } from '@backdesk/contract/core/primitives.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { countryName } from './countries.ts';

/** An address to read, a line each. */
export function AddressLines({ address, homeCountry }: { address: Address; homeCountry?: string }) {
  const { locale } = useFormat();
  const place = [address.city, [address.region, address.postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const lines = [
    address.name,
    address.company,
    address.line1,
    address.line2,
    place,
    address.country === homeCountry ? '' : countryName(address.country, locale),
    address.phone,
  ];
  return (
    <address style={{ fontStyle: 'normal' }}>
      {lines
        .map((text, at) => ({ text, at }))
        .filter(({ text }) => text !== '')
        .map(({ text, at }) => (
          <span key={at} style={{ display: 'block' }} dir="auto">
            {text}
          </span>
        ))}
    </address>
  );
}
