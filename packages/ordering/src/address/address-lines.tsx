import type { Address } from '@backdesk/contract/core/primitives.ts';
import { addressLines } from '@backdesk/ui/format/address.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';

/** An address to read, a line each, as its country writes it. */
export function AddressLines({ address, homeCountry }: { address: Address; homeCountry: string }) {
  const { locale } = useFormat();
  const lines = [...addressLines(address, { locale, home: homeCountry }), address.phone].filter((line) => line !== '');
  return (
    <address style={{ fontStyle: 'normal' }}>
      {lines.map((line) => (
        <span key={line} style={{ display: 'block' }} dir="auto">
          {line}
        </span>
      ))}
    </address>
  );
}
