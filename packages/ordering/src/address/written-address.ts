import type { Address } from '@backdesk/contract/core/primitives.ts';
import { writtenRegion } from '@backdesk/domain/address/written-region.ts';
import { addressLines } from '@backdesk/ui/format/address.ts';

/** The lines of an address as its country writes them, with the region as it is read there: Tokyo, not 13. */
export function writtenAddress(address: Address, reader: { readonly locale: string; readonly home: string }): readonly string[] {
  return addressLines({ ...address, region: writtenRegion(address) }, reader);
}
