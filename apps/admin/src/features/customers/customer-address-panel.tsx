import type { Customer, SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { AddressFields, entryOf } from '../../components/address-fields.tsx';
import { SaveFailed } from '../../components/save-failed.tsx';
import { t as common } from '../../components/texts.ts';
import { useSharedAddress } from '../../components/use-shared-address.tsx';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.tsx';
import styles from './customer-panel.module.css';
import { customerQuery } from './customers-query.ts';
import { t } from './texts.ts';

/** An address of the book, new (`saved` null) or changed. What someone else changed meanwhile is shown; what was typed stays. */
export function CustomerAddressPanel({ customer, saved, onClose }: { customer: Customer; saved: SavedAddress | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { account } = useSession();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const isFirst = !customer.addresses.some(({ of }) => of === 'customer');
  const [entry, setEntry] = useState(() => entryOf(saved, { country: account.country, name: customer.name, company: customer.company?.name ?? '', isFirst }));
  const shared = useSharedAddress(saved);
  const [asked, setAsked] = useState(false);
  const faults = missingIn(entry.address, [saved?.address ?? null]);
  const save = useMutation({
    mutationFn: () => {
      if (saved === null) return api.addCustomerAddress({ params: { id: customer.id }, body: entry });
      return api.changeCustomerAddress({ params: { id: customer.id, addressId: saved.id }, body: shared.bodyOf(entry, saved) });
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: customerQuery(customer.id).queryKey });
      toast.show({ message: t.saved() });
      onClose();
    },
    onError: (error) => shared.learn(error, async () => (await queryClient.fetchQuery({ ...customerQuery(customer.id), staleTime: 0 })).addresses),
  });
  const sent = Object.fromEntries(Object.entries(fieldErrorsOf(save.error)).map(([field, message]) => [field.replace(/^address\./, ''), message]));

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(faults).length > 0) return focusFirstInvalid(form.current);
    if (!save.isPending) save.mutate();
  }
  return (
    <SidePanel
      title={saved === null ? common.newAddress() : common.editAddress()}
      closeLabel={t.close()}
      onClose={onClose}
      foot={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            {t.save()}
          </Button>
        </div>
      }
    >
      <form ref={form} id={formId} className="stack" noValidate onSubmit={submit}>
        {shared.notice ?? (save.isError && <SaveFailed error={save.error} />)}
        <AddressFields value={entry} onChange={setEntry} errors={{ ...(asked && faults), ...sent }} />
      </form>
    </SidePanel>
  );
}
