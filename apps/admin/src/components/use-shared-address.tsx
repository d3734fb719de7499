import { ApiProblem } from '@backdesk/contract/client.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { type ReactNode, useState } from 'react';
import { useSession } from '../lib/session.tsx';
import type { AddressEntry } from './address-fields.tsx';
import { t } from './texts.ts';

/**
 * An address of a book that someone else may change while it is edited here. `bodyOf` is what a save sends of it; `learn`, given
 * why a save failed, reads the book again; `notice` then shows theirs, and saving again is meant to replace it.
 */
export function useSharedAddress(saved: SavedAddress | null) {
  const { account } = useSession();
  const [theirs, setTheirs] = useState<SavedAddress | null>(null);
  const notice: ReactNode = theirs && (
    <InlineNotice tone="warn" live="alert" title={t.addressMoved()}>
      <AddressLines address={theirs.address} homeCountry={account.country} />
    </InlineNotice>
  );
  return {
    bodyOf: (entry: AddressEntry, before: SavedAddress) => ({ ...changed(before, entry), basedOn: (theirs ?? before).version }),
    learn: async (error: unknown, readBook: () => Promise<readonly SavedAddress[]>) => {
      if (!(error instanceof ApiProblem && error.problem.code === 'conflict')) return;
      const found = (await readBook()).find(({ id }) => id === saved?.id);
      if (found) setTheirs(found);
    },
    notice,
  };
}

/** Only what was changed here is sent, so that two people who change different things both keep theirs. */
function changed(saved: SavedAddress, entry: AddressEntry): Partial<AddressEntry> {
  const before: Readonly<Record<string, unknown>> = saved;
  return Object.fromEntries(Object.entries(entry).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])));
}
