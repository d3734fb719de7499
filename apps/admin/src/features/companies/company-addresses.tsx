import type { Company } from '@backdesk/contract/company/schema.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { useState } from 'react';
import { AddressBook, type DefaultChange } from '../../components/address-book.tsx';
import { api } from '../../lib/api.ts';
import { useMay } from '../../lib/session.tsx';
import { CompanyAddressPanel } from './company-address-panel.tsx';
import { t } from './texts.ts';
import { useCompanyChange } from './use-company-change.ts';

/** The places of a company, that its customers may choose from. */
export function CompanyAddresses({ company }: { company: Company }) {
  const change = useCompanyChange(company.id);
  const [editing, setEditing] = useState<SavedAddress | 'new' | null>(null);
  const params = { id: company.id };
  const bodyOf = ({ label, address, defaultShipping, defaultBilling }: SavedAddress) => ({ label, address, defaultShipping, defaultBilling });
  const makeDefault = (saved: SavedAddress, part: DefaultChange) =>
    change.mutate({
      run: () => api.changeCompanyAddress({ params: { ...params, addressId: saved.id }, body: { ...part, basedOn: saved.version } }),
      message: t.saved(),
    });
  const remove = (saved: SavedAddress) =>
    change.mutate({
      run: () => api.removeCompanyAddress({ params: { ...params, addressId: saved.id } }),
      message: t.addressDeleted(),
      undo: () => api.addCompanyAddress({ params, body: bodyOf(saved) }).then(() => api.getCompany({ params })),
    });
  return (
    <AddressBook
      of="company"
      addresses={company.addresses}
      mayWrite={useMay('customer:write')}
      none={t.noAddresses()}
      onAdd={() => setEditing('new')}
      onEdit={setEditing}
      onDefault={makeDefault}
      onDelete={remove}
    >
      {editing !== null && <CompanyAddressPanel company={company} saved={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </AddressBook>
  );
}
