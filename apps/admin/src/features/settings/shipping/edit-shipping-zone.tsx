import type { ShippingZoneJson } from '@backdesk/contract/settings/schema.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.tsx';
import { SettingsPanel } from '../settings-panel.tsx';
import { t } from '../texts.ts';
import { AreaFields } from './area-fields.tsx';
import { ShippingRateFields } from './shipping-rate-fields.tsx';
import { type AreaDraft, areaBodies, newArea, newRate, type RateDraft, rateBody, zoneDraft } from './zone-draft.ts';

/** A shipping zone with its rates: new when `zone` is null. */
export function EditShippingZone({ zone, onClose }: { zone: ShippingZoneJson | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { currency } = useFormat();
  const { account } = useSession();
  const digits = currencyDigits(currency);
  const [draft, setDraft] = useState(() => zoneDraft(zone, account.country, digits));
  const [asked, setAsked] = useState(false);
  const rates = draft.rates.map((rate) => rateBody(rate, digits));
  const complete = rates.filter((rate) => rate !== null);

  const save = useMutation({
    mutationFn: () => {
      const body = { name: draft.name, areas: areaBodies(draft.areas), rates: complete };
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

  const setArea = (key: string, change: Partial<AreaDraft>) =>
    setDraft((now) => ({ ...now, areas: now.areas.map((area) => (area.key === key ? { ...area, ...change } : area)) }));

  function submit() {
    setAsked(true);
    if (complete.length === rates.length) save.mutate();
  }
  return (
    <SettingsPanel title={zone ? t.editZone(zone.name) : t.addZone()} onClose={onClose} save={{ ...save, mutate: submit }}>
      {asked && complete.length < rates.length && (
        <InlineNotice tone="bad" live="alert">
          {t.notANumber()}
        </InlineNotice>
      )}
      <TextInput label={t.zoneName()} autoFocus value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} error={errors.name} />
      <h3>{t.countries()}</h3>
      {draft.areas.map((area, at) => (
        <AreaFields
          key={area.key}
          area={area}
          at={at}
          errors={errors}
          onChange={(change) => setArea(area.key, change)}
          onRemove={draft.areas.length === 1 ? null : () => setDraft((now) => ({ ...now, areas: now.areas.filter((other) => other.key !== area.key) }))}
        />
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => setDraft((now) => ({ ...now, areas: [...now.areas, newArea(crypto.randomUUID(), account.country)] }))}>
          {t.addCountry()}
        </Button>
      </div>
      <h3>{t.rates()}</h3>
      {draft.rates.map((rate, at) => (
        <ShippingRateFields
          key={rate.key}
          rate={rate}
          errors={errorsOfRate(errors, at)}
          onChange={(change) => setRate(rate.key, change)}
          onMoveUp={at === 0 ? null : () => setDraft((now) => ({ ...now, rates: movedUp(now.rates, at) }))}
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

/** What was refused of one rate, wherever in it. */
function errorsOfRate(errors: Readonly<Record<string, string | undefined>>, at: number): readonly string[] {
  return [...new Set(Object.entries(errors).flatMap(([name, message]) => (name.startsWith(`rates.${at}.`) && message ? [message] : [])))];
}

/** The order of rates is the order they are kept and shown in; checkout sorts by price. */
function movedUp<Item>(items: readonly Item[], at: number): readonly Item[] {
  return [...items.slice(0, at - 1), ...items.slice(at, at + 1), ...items.slice(at - 1, at), ...items.slice(at + 1)];
}

type ZoneBody = { name: string; areas: ShippingZoneJson['areas']; rates: readonly NonNullable<ReturnType<typeof rateBody>>[] };

function withoutIds({ rates, ...rest }: ZoneBody) {
  return { ...rest, rates: rates.map(({ name, transit, active, terms }) => ({ name, transit, active, terms })) };
}
