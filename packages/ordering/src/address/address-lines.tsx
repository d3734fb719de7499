import type { Address } from '@backdesk/contract/core/primitives.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { writtenAddress } from './written-address.ts';

/** An address to read, a line each, as its country writes it. */
export function AddressLines({ address, homeCountry }: { address: Address; homeCountry: string }) {
  const { locale } = useFormat();
  const lines = [...writtenAddress(address, { locale, home: homeCountry }), address.phone].filter((line) => line !== '');
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
