import type { ShippingZoneJson } from '@backdesk/contract/settings/schema.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { ShippingRateFields } from './shipping-rate-fields.tsx';
import { t } from './texts.ts';
import { areasOf, newRate, type RateDraft, rateBody, zoneDraft } from './zone-draft.ts';

/** A shipping zone with its rates: new when `zone` is null. */
export function EditShippingZone({ zone, onClose }: { zone: ShippingZoneJson | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { currency } = useFormat();
  const { account } = useSession();
  const digits = currencyDigits(currency);
  const [draft, setDraft] = useState(() => zoneDraft(zone, account.country, digits));
  const [asked, setAsked] = useState(false);
  const areas = areasOf(draft.countries, zone?.areas ?? []);
  const rates = draft.rates.map((rate) => rateBody(rate, digits));
  const complete = rates.filter((rate) => rate !== null);

  const save = useMutation({
    mutationFn: (place: NonNullable<typeof areas>) => {
      const body = { name: draft.name, areas: place, rates: complete };
      return zone
        ? api.changeShippingZone({ params: { id: zone.id }, body: { ...body, basedOn: zone.version } })
        : api.createShippingZone({ body: withoutIds(body) });
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['shipping-zones'] });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  const setRate = (key: string, change: Partial<RateDraft>) =>
    setDraft((now) => ({ ...now, rates: now.rates.map((rate) => (rate.key === key ? { ...rate, ...change } : rate)) }));

  function submit() {
    setAsked(true);
    if (areas !== null && complete.length === rates.length) save.mutate(areas);
  }
  return (
    <SettingsPanel title={zone ? t.editZone(zone.name) : t.addZone()} onClose={onClose} save={{ ...save, mutate: submit }}>
      {asked && complete.length < rates.length && (
        <InlineNotice tone="bad" live="alert">
          {t.notANumber()}
        </InlineNotice>
      )}
      <TextInput label={t.zoneName()} autoFocus value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} error={errors.name} />
      <TextInput
        label={t.countries()}
        help={t.countriesHelp()}
        value={draft.countries}
        onChange={(event) => setDraft({ ...draft, countries: event.target.value })}
        error={asked && areas === null ? t.countriesUnreadable() : undefined}
      />
      <h3>{t.rates()}</h3>
      {draft.rates.map((rate) => (
        <ShippingRateFields
          key={rate.key}
          rate={rate}
          onChange={(change) => setRate(rate.key, change)}
          onRemove={() => setDraft((now) => ({ ...now, rates: now.rates.filter((other) => other.key !== rate.key) }))}
        />
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => setDraft((now) => ({ ...now, rates: [...now.rates, newRate(crypto.randomUUID())] }))}>
          {t.addShippingRate()}
        </Button>
      </div>
    </SettingsPanel>
  );
}

type ZoneBody = { name: string; areas: ShippingZoneJson['areas']; rates: readonly NonNullable<ReturnType<typeof rateBody>>[] };

function withoutIds({ rates, ...rest }: ZoneBody) {
  return { ...rest, rates: rates.map(({ name, transit, active, terms }) => ({ name, transit, active, terms })) };
}
