import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { PickupPlaceJson } from '@backdesk/contract/settings/schema.ts';
import { type AddressErrors, emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { AddressForm } from '@backdesk/ordering/address/address-form.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { pickupPlacesQuery } from '../../../lib/pickup-places-query.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.tsx';
import { SettingsPanel } from '../settings-panel.tsx';
import { t as settings } from '../texts.ts';
import { t } from './texts.ts';

/** A pickup place: new when `place` is null. Orders keep the copy they chose. */
export function EditPickupPlace({ place, onClose }: { place: PickupPlaceJson | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { account } = useSession();
  const [name, setName] = useState(place?.name ?? '');
  const [hours, setHours] = useState(place?.hours ?? '');
  const [active, setActive] = useState(place?.active ?? true);
  const [address, setAddress] = useState<Address>(place?.address ?? emptyAddress(account.country, '', account.name));
  const [isTried, setTried] = useState(false);
  const missing = missingIn(address);
  const refresh = () => queryClient.invalidateQueries({ queryKey: pickupPlacesQuery().queryKey });

  const save = useMutation({
    mutationFn: () => {
      const body = { name, hours, active, address };
      return place ? api.changePickupPlace({ params: { id: place.id }, body }) : api.createPickupPlace({ body });
    },
    onSuccess: () => {
      void refresh();
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: (gone: PickupPlaceJson) => api.deletePickupPlace({ params: { id: gone.id } }),
    onSuccess: (_, { id: __, version: ___, ...body }) => {
      void refresh();
      toast.show({
        message: t.deleted(body.name),
        action: { label: settings.undo(), icon: 'undo', run: () => void api.createPickupPlace({ body }).then(refresh) },
      });
      onClose();
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
    <SettingsPanel
      title={place ? t.edit(place.name) : t.add()}
      onClose={onClose}
      save={{ ...save, mutate: submit }}
      extra={
        place && (
          <Button variant="quiet" danger icon="trash" busy={remove.isPending} onClick={() => remove.mutate(place)}>
            {settings.delete()}
          </Button>
        )
      }
    >
      <TextInput label={t.name()} autoFocus value={name} onChange={(event) => setName(event.target.value)} error={errors.name} />
      <TextInput label={t.hours()} help={t.hoursHelp()} value={hours} onChange={(event) => setHours(event.target.value)} error={errors.hours} />
      <AddressForm section="shipping" value={address} onChange={setAddress} errors={{ ...(isTried && missing), ...refused }} />
      <Checkbox label={settings.active()} checked={active} onChange={(event) => setActive(event.target.checked)} />
    </SettingsPanel>
  );
}
