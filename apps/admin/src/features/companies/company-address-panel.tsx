import type { Company } from '@backdesk/contract/company/schema.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AddressFields, entryOf } from '../../components/address-fields.tsx';
import { t as common } from '../../components/texts.ts';
import { useSharedAddress } from '../../components/use-shared-address.tsx';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.tsx';
import { companyQuery } from './companies-query.ts';
import { FormPanel } from './form-panel.tsx';
import { t } from './texts.ts';

/** An address of a company, new (`saved` null) or changed. What someone else changed meanwhile is shown; what was typed stays. */
export function CompanyAddressPanel({ company, saved, onClose }: { company: Company; saved: SavedAddress | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { account } = useSession();
  const isFirst = company.addresses.length === 0;
  const [entry, setEntry] = useState(() => entryOf(saved, { country: account.country, name: '', company: company.name, isFirst }));
  const shared = useSharedAddress(saved);
  const [asked, setAsked] = useState(false);
  const missing = missingIn(entry.address, [saved?.address ?? null]);
  const save = useMutation({
    mutationFn: async () => {
      if (saved) await api.changeCompanyAddress({ params: { id: company.id, addressId: saved.id }, body: shared.bodyOf(entry, saved) });
      else await api.addCompanyAddress({ params: { id: company.id }, body: entry });
    },
    onSuccess: () => {
      for (const queryKey of [['company', company.id], ['customer']]) void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: t.saved() });
      onClose();
    },
    onError: (error) => shared.learn(error, async () => (await queryClient.fetchQuery({ ...companyQuery(company.id), staleTime: 0 })).addresses),
  });
  const sent = Object.fromEntries(Object.entries(fieldErrorsOf(save.error)).map(([field, message]) => [field.replace(/^address\./, ''), message]));
  return (
    <FormPanel
      title={saved ? common.editAddress() : common.newAddress()}
      error={save.error}
      isPending={save.isPending}
      conflicts={shared.notice}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        const isWhole = Object.keys(missing).length === 0;
        if (isWhole) save.mutate();
        return isWhole;
      }}
    >
      <AddressFields value={entry} onChange={setEntry} errors={{ ...(asked && missing), ...sent }} />
    </FormPanel>
  );
}
