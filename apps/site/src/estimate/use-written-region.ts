import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { useEffect, useState } from 'react';

type Address = NonNullable<EstimatePage['billingAddress']>;

// As in the domain's `isRegionSpelledOut`, said here again so that the page's first script stays without the table of regions.
const writtenAsCode = ['US', 'CA', 'AU', 'BR', 'IT'];

/** The address with its region as people read it (Tokyo, not 13). The names are fetched only for countries that write them. */
export function useWrittenRegion(address: Address): Address {
  const [written, setWritten] = useState(address.region);
  const isPlain = address.region === '' || writtenAsCode.includes(address.country);
  useEffect(() => {
    if (isPlain) return;
    let isGone = false;
    void import('@backdesk/domain/address/written-region.ts').then(({ writtenRegion }) => {
      if (!isGone) setWritten(writtenRegion(address));
    });
    return () => {
      isGone = true;
    };
  }, [address, isPlain]);
  return isPlain ? address : { ...address, region: written };
}
