import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { api } from '../lib/api.ts';
import { addressesQuery } from '../lib/choices.ts';
import { sentenceOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import styles from './account.module.css';
import { AddressPanel } from './address-panel.tsx';
import { t } from './texts.ts';

/** The customer's own addresses, to change, and those of their company, to read. */
export function AddressesPage() {
  const found = useQuery(addressesQuery());
  const [editing, setEditing] = useState<SavedAddress | 'new' | null>(null);
  const add = (
    <Button icon="plus" onClick={() => setEditing('new')}>
      {t.addAddress()}
    </Button>
  );
  if (editing !== null) return <AddressPanel known={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />;
  return (
    <>
      <PageTitle end={found.data !== undefined && found.data.items.length > 0 && add}>{t.addresses()}</PageTitle>
      {found.isPending && <Skeleton />}
      {found.isError && found.data === undefined && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && (
        <EmptyState icon="truck" title={t.noAddresses()} action={add}>
          {t.noAddressesDetail()}
        </EmptyState>
      )}
      <ul className={styles.cards}>
        {found.data?.items.map((known) => (
          <AddressCard key={known.id} known={known} onEdit={() => setEditing(known)} />
        ))}
      </ul>
    </>
  );
}

function AddressCard({ known, onEdit }: { known: SavedAddress; onEdit: () => void }) {
  const { account } = useSession();
  const queryClient = useQueryClient();
  const toast = useToast();
  const reread = () => void queryClient.invalidateQueries({ queryKey: addressesQuery().queryKey });
  const failed = (error: unknown) => toast.show({ tone: 'bad', message: sentenceOf(error) });
  const restore = useMutation({
    mutationFn: () => {
      const { label, address, defaultShipping, defaultBilling } = known;
      return api.addOwnAddress({ body: { label, address, defaultShipping, defaultBilling } });
    },
    onSuccess: reread,
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: () => api.deleteOwnAddress({ params: { id: known.id } }),
    onSuccess: () => {
      toast.show({ message: t.removed(), action: { label: t.undo(), icon: 'undo', run: () => restore.mutate() } });
      reread();
    },
    onError: failed,
  });
  const marks = [known.defaultShipping ? t.defaultShipping() : '', known.defaultBilling ? t.defaultBilling() : '', known.of === 'company' ? t.ofCompany() : ''];
  const name = known.label || known.address.line1;
  return (
    <li className={styles.card}>
      {known.label !== '' && (
        <strong dir="auto" className="medium">
          {known.label}
        </strong>
      )}
      <AddressLines address={known.address} homeCountry={account.country} />
      {marks.some(Boolean) && <p className="small soft">{marks.filter(Boolean).join(' · ')}</p>}
      {known.of === 'customer' && (
        <p className="row">
          <Button size="small" aria-label={t.of(t.edit(), name)} onClick={onEdit}>
            {t.edit()}
          </Button>
          <Button size="small" variant="quiet" danger busy={remove.isPending} aria-label={t.of(t.delete(), name)} onClick={() => remove.mutate()}>
            {t.delete()}
          </Button>
        </p>
      )}
    </li>
  );
}
