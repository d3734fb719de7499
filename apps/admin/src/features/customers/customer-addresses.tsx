import type { Customer, SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { useState } from 'react';
import { AddressBook } from '../../components/address-book.tsx';
import { SaveFailed } from '../../components/save-failed.tsx';
import { useMay } from '../../lib/session.tsx';
import { CustomerAddressPanel } from './customer-address-panel.tsx';
import { t } from './texts.ts';
import { useAddressBook } from './use-address-book.ts';

/** The address book of a customer, with the addresses of their company to read. */
export function CustomerAddresses({ customer }: { customer: Customer }) {
  const book = useAddressBook(customer.id);
  const [editing, setEditing] = useState<SavedAddress | 'new' | null>(null);
  return (
    <AddressBook
      of="customer"
      addresses={customer.addresses}
      mayWrite={useMay('customer:write')}
      none={t.noAddresses()}
      onAdd={() => setEditing('new')}
      onEdit={setEditing}
      onDefault={book.change}
      onDelete={book.remove}
    >
      {book.failed !== null && <SaveFailed error={book.failed} />}
      {editing !== null && <CustomerAddressPanel customer={customer} saved={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </AddressBook>
  );
}
