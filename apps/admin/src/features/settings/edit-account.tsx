import type { Settings } from '@backdesk/contract/settings/schema.ts';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { sessionQuery } from '../../lib/session.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { settingsQuery } from './settings-queries.ts';
import { t } from './texts.ts';

/** What may change without moving money: name, formats, time zone, how long estimates last. */
export function EditAccount({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [name, setName] = useState(settings.name);
  const [locale, setLocale] = useState(settings.locale);
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [days, setDays] = useState<number | null>(settings.estimateValidDays);
  const [lockDays, setLockDays] = useState<number | null>(settings.acceptedLockDays);
  const [driftPolicy, setDriftPolicy] = useState(settings.driftPolicy);
  const [acceptsInPart, setAcceptsInPart] = useState(settings.acceptsInPart);
  const [margin, setMargin] = useState<number | null>(settings.leastMarginPpm / 10_000);
  const save = useMutation({
    mutationFn: () =>
      api.changeSettings({
        body: {
          ...{ basedOn: settings.version, name, locale, timeZone, driftPolicy, acceptsInPart },
          ...(margin !== null && { leastMarginPpm: Math.round(margin * 10_000) }),
          ...(days !== null && { estimateValidDays: days }),
          ...(lockDays !== null && { acceptedLockDays: lockDays }),
        },
      }),
    onSuccess: (changed) => {
      queryClient.setQueryData(settingsQuery().queryKey, changed);
      // The session carries the formats that every screen uses.
      void queryClient.refetchQueries(sessionQuery());
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  return (
    <SettingsPanel title={t.account()} save={save} onClose={onClose}>
      <TextInput label={t.name()} help={t.accountHelp()} value={name} onChange={(event) => setName(event.target.value)} error={errors.name} autoFocus />
      <TextInput label={t.locale()} help={t.localeHelp()} value={locale} onChange={(event) => setLocale(event.target.value)} error={errors.locale} />
      <TextInput
        label={t.timeZone()}
        help={t.timeZoneHelp()}
        value={timeZone}
        onChange={(event) => setTimeZone(event.target.value)}
        error={errors.timeZone}
        list="time-zones"
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <NumberField label={t.estimateDays()} value={days} onChange={setDays} min={1} max={365} unreadable={t.unreadable()} error={errors.estimateValidDays} />
      <NumberField
        label={t.lockDays()}
        help={t.lockHelp()}
        value={lockDays}
        onChange={setLockDays}
        min={0}
        max={365}
        unreadable={t.unreadable()}
        error={errors.acceptedLockDays}
      />
      <Select
        label={t.driftPolicy()}
        help={t.driftHelp()}
        options={Object.entries(t.driftPolicies).map(([value, label]) => ({ value, label }))}
        value={driftPolicy}
        onChange={(event) => setDriftPolicy(event.currentTarget.value as typeof driftPolicy)}
      />
      <NumberField
        label={t.leastMargin()}
        help={t.leastMarginHelp()}
        value={margin}
        onChange={setMargin}
        min={0}
        max={99}
        maxDecimals={1}
        unreadable={t.unreadable()}
        error={errors.leastMarginPpm}
      />
      <Checkbox label={t.inPart()} help={t.inPartHelp()} checked={acceptsInPart} onChange={(event) => setAcceptsInPart(event.currentTarget.checked)} />
    </SettingsPanel>
  );
}
