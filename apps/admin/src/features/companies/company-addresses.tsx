import type { Company } from '@backdesk/contract/company/schema.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { AddressForm } from '@backdesk/ordering/address/address-form.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { addressLines } from '@backdesk/ui/format/address.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useMay, useSession } from '../../lib/session.tsx';
import styles from './companies.module.css';
import { FormPanel } from './form-panel.tsx';
import { t } from './texts.ts';
import { useCompanyChange } from './use-company-change.ts';

/** The places of a company, that its customers may choose from. */
export function CompanyAddresses({ company }: { company: Company }) {
  const { locale } = useFormat();
  const { account } = useSession();
  const mayWrite = useMay('customer:write');
  const change = useCompanyChange(company.id);
  const [editing, setEditing] = useState<SavedAddress | 'new' | null>(null);
  const add = mayWrite && (
    <Button size="small" icon="plus" onClick={() => setEditing('new')}>
      {t.addAddress()}
    </Button>
  );
  const remove = ({ id: addressId, of: _, ...body }: SavedAddress) =>
    change.mutate({
      run: () => api.removeCompanyAddress({ params: { id: company.id, addressId } }),
      message: t.addressRemoved(),
      undo: () => api.addCompanyAddress({ params: { id: company.id }, body }).then(() => api.getCompany({ params: { id: company.id } })),
    });
  return (
    <Panel title={t.addresses()} actions={add}>
      {company.addresses.length === 0 && <p className="muted">{t.noAddresses()}</p>}
      <ul className={styles.cards}>
        {company.addresses.map((saved) => (
          <li key={saved.id}>
            {saved.label && (
              <p className="medium">
                <bdi>{saved.label}</bdi>
              </p>
            )}
            {addressLines(saved.address, { locale, home: account.country }).map((line) => (
              <bdi key={line} className={styles.line}>
                {line}
              </bdi>
            ))}
            <p className={styles.tags}>
              {saved.defaultShipping && <Tag tone="accent">{t.defaultShipping()}</Tag>}
              {saved.defaultBilling && <Tag tone="accent">{t.defaultBilling()}</Tag>}
            </p>
            {mayWrite && (
              <p className={styles.tags}>
                <Button variant="link" onClick={() => setEditing(saved)}>
                  {t.edit()}
                  <span className="vh"> {saved.label || saved.address.line1}</span>
                </Button>
                <Button variant="link" onClick={() => remove(saved)}>
                  {t.remove()}
                  <span className="vh"> {saved.label || saved.address.line1}</span>
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {editing !== null && <AddressPanel company={company} saved={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function AddressPanel({ company, saved, onClose }: { company: Company; saved: SavedAddress | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { account } = useSession();
  const isFirst = company.addresses.length === 0;
  const [draft, setDraft] = useState({
    label: saved?.label ?? '',
    address: saved?.address ?? emptyAddress(account.country, '', company.name),
    defaultShipping: saved?.defaultShipping ?? isFirst,
    defaultBilling: saved?.defaultBilling ?? isFirst,
  });
  const [asked, setAsked] = useState(false);
  const missing = missingIn(draft.address);
  const save = useMutation({
    mutationFn: async () => {
      if (saved) await api.changeCompanyAddress({ params: { id: company.id, addressId: saved.id }, body: draft });
      else await api.addCompanyAddress({ params: { id: company.id }, body: draft });
    },
    onSuccess: () => {
      for (const queryKey of [['company', company.id], ['customer']]) void queryClient.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <FormPanel
      title={saved ? t.editAddress() : t.addAddress()}
      error={save.error}
      isPending={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (Object.keys(missing).length === 0) save.mutate();
      }}
    >
      <TextInput
        label={t.label()}
        help={t.labelHelp()}
        value={draft.label}
        maxLength={100}
        onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
      />
      <AddressForm section="shipping" value={draft.address} onChange={(address) => setDraft({ ...draft, address })} errors={asked ? missing : {}} />
      <Checkbox
        label={t.shipsHere()}
        checked={draft.defaultShipping}
        onChange={(event) => setDraft({ ...draft, defaultShipping: event.currentTarget.checked })}
      />
      <Checkbox
        label={t.billedHere()}
        checked={draft.defaultBilling}
        onChange={(event) => setDraft({ ...draft, defaultBilling: event.currentTarget.checked })}
      />
    </FormPanel>
  );
}
