import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { AddressForm } from '@backdesk/ordering/address/address-form.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { PageTitle } from '../components/page-title.tsx';
import { api } from '../lib/api.ts';
import { addressesQuery } from '../lib/choices.ts';
import { sentenceOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import styles from './account.module.css';
import { t } from './texts.ts';

/** A new address, or one of the book. */
export function AddressPanel({ known, onClose }: { known: SavedAddress | null; onClose: () => void }) {
  const { account, customer } = useSession();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [address, setAddress] = useState(known?.address ?? emptyAddress(account.country, customer?.name, customer?.company));
  const [label, setLabel] = useState(known?.label ?? '');
  const [defaultShipping, setShipping] = useState(known?.defaultShipping ?? false);
  const [defaultBilling, setBilling] = useState(known?.defaultBilling ?? false);
  const [isTried, setTried] = useState(false);
  const missing = missingIn(address, [known?.address ?? null]);
  const save = useMutation({
    mutationFn: () => {
      const body = { label, address, defaultShipping, defaultBilling };
      return known === null ? api.addOwnAddress({ body }) : api.changeOwnAddress({ params: { id: known.id }, body: { ...body, basedOn: known.version } });
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: addressesQuery().queryKey });
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length === 0) save.mutate();
    else setTimeout(() => focusFirstInvalid(form.current));
  }
  return (
    <>
      <PageTitle>{known === null ? t.addAddress() : t.editAddress()}</PageTitle>
      <form ref={form} noValidate onSubmit={submit} className={`stack ${styles.form}`}>
        <TextInput
          label={t.label()}
          mark={t.optional()}
          help={t.labelHelp()}
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <AddressForm section="shipping" value={address} onChange={setAddress} errors={isTried ? missing : {}} />
        <Checkbox label={t.defaultShipping()} checked={defaultShipping} onChange={(event) => setShipping(event.currentTarget.checked)} />
        <Checkbox label={t.defaultBilling()} checked={defaultBilling} onChange={(event) => setBilling(event.currentTarget.checked)} />
        {save.isError && (
          <InlineNotice tone="bad" live="alert">
            {sentenceOf(save.error)}
          </InlineNotice>
        )}
        <p className="row">
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t.save()}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t.cancel()}
          </Button>
        </p>
      </form>
    </>
  );
}
