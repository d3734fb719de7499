import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { Letterhead, Settings } from '@backdesk/contract/settings/schema.ts';
import { type FileFacts, largestFile, pictureKinds } from '@backdesk/domain/file/kinds.ts';
import { type AddressErrors, emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { AddressForm } from '@backdesk/ordering/address/address-form.tsx';
import { FileField } from '@backdesk/ordering/files/file-field.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PaymentTermsField } from '../../../components/payment-terms-field.tsx';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { letterheadQuery, settingsQuery } from '../settings-queries.ts';
import { t as shared } from '../texts.ts';
import { t } from './texts.ts';

const demand = { kinds: pictureKinds, largestBytes: largestFile };

/** What an estimate says of who sells. Saved in two steps that are each whole: how things look, then what is said. */
export function EditLetterhead({ letterhead, settings, onClose }: { letterhead: Letterhead; settings: Settings; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { version, logo: kept, ...said } = letterhead;
  const [fields, setFields] = useState(said);
  const [logo, setLogo] = useState<FileFacts | null>(kept === null ? null : { id: kept.fileId, name: kept.name, mediaType: 'image/webp', bytes: 0 });
  const [accent, setAccent] = useState(settings.accent);
  const [paper, setPaper] = useState(settings.paper);
  const [isTried, setTried] = useState(false);
  const { legalName, taxId, phone, email, terms, paymentTerms, depositPpm, pictures, address } = fields;
  const set = (change: Partial<typeof fields>) => setFields((now) => ({ ...now, ...change }));
  const missing = address === null ? {} : missingIn(address, [said.address]);
  const save = useMutation({
    mutationFn: async () => {
      const looks = accent !== settings.accent || paper !== settings.paper;
      const changed = looks ? await api.changeSettings({ body: { basedOn: settings.version, accent, paper } }) : settings;
      // What this window has just written itself is no change of somebody else.
      const basedOn = looks && version === settings.version ? changed.version : version;
      return { changed, letterhead: await api.setLetterhead({ body: { basedOn, ...fields, logoFileId: logo?.id ?? null } }) };
    },
    onSuccess: async ({ letterhead: now }) => {
      queryClient.setQueryData(letterheadQuery().queryKey, now);
      onClose();
      await queryClient.invalidateQueries({ queryKey: settingsQuery().queryKey, exact: true });
    },
  });
  const errors = fieldErrorsOf(save.error);
  const refused: AddressErrors = Object.fromEntries(
    Object.entries(errors).flatMap(([field, message]) => (field.startsWith('address.') ? [[field.slice('address.'.length), message]] : [])),
  );
  function submit() {
    setTried(true);
    if (Object.keys(missing).length === 0) save.mutate();
  }
  return (
    <SettingsPanel title={t.editTitle()} onClose={onClose} save={{ ...save, mutate: submit }}>
      <p className="small soft">{t.about()}</p>
      <TextInput
        label={t.legalName()}
        help={t.legalNameHelp()}
        autoFocus
        value={legalName}
        onChange={(event) => set({ legalName: event.target.value })}
        error={errors.legalName}
        maxLength={200}
      />
      <Checkbox
        label={t.withAddress()}
        checked={address !== null}
        onChange={(event) => set({ address: event.currentTarget.checked ? (said.address ?? emptyAddress(settings.country, '', '')) : null })}
      />
      {address !== null && (
        <AddressForm
          section="billing"
          placeOnly
          value={address}
          onChange={(next: Address) => set({ address: next })}
          errors={{ ...(isTried && missing), ...refused }}
        />
      )}
      <TextInput
        label={t.taxId()}
        help={t.taxIdHelp()}
        value={taxId}
        onChange={(event) => set({ taxId: event.target.value })}
        error={errors.taxId}
        maxLength={60}
      />
      <TextInput label={t.phone()} type="tel" value={phone} onChange={(event) => set({ phone: event.target.value })} error={errors.phone} maxLength={60} />
      <TextInput label={t.email()} type="email" value={email} onChange={(event) => set({ email: event.target.value })} error={errors.email} />
      <PaymentTermsField
        label={t.paymentTerms()}
        help={t.paymentTermsHelp()}
        value={paymentTerms}
        onChange={(event) => set({ paymentTerms: event.target.value })}
        error={errors.paymentTerms}
      />
      <NumberField
        label={t.deposit()}
        help={t.depositHelp()}
        value={depositPpm === null ? null : depositPpm / 10_000}
        onChange={(percent) => set({ depositPpm: percent === null ? null : Math.round(percent * 10_000) })}
        error={errors.depositPpm}
        min={1}
        max={100}
        maxDecimals={2}
        unreadable={t.depositUnreadable()}
      />
      <TextArea
        label={t.terms()}
        help={t.termsHelp()}
        rows={6}
        value={terms}
        onChange={(event) => set({ terms: event.target.value })}
        error={errors.terms}
        maxLength={5000}
      />
      <FileField label={t.logo()} help={t.logoHelp()} demand={demand} file={logo ?? undefined} onFile={setLogo} error={errors.logoFileId} />
      <TextInput
        label={t.accent()}
        help={t.accentHelp()}
        value={accent}
        onChange={(event) => setAccent(event.target.value)}
        error={errors.accent}
        maxLength={7}
      />
      <Select
        label={t.paper()}
        options={Object.entries(shared.paperNames).map(([value, label]) => ({ value, label }))}
        value={paper}
        onChange={(event) => setPaper(event.currentTarget.value as typeof paper)}
      />
      <Checkbox label={t.pictures()} help={t.picturesHelp()} checked={pictures} onChange={(event) => set({ pictures: event.currentTarget.checked })} />
    </SettingsPanel>
  );
}
