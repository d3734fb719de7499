import type { Settings } from '@backdesk/contract/settings/schema.ts';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { sessionQuery } from '../../../lib/session.tsx';
import { CountryField } from '../place/country-field.tsx';
import { RegionField } from '../place/region-field.tsx';
import styles from '../settings-layout.module.css';
import { SettingsPanel } from '../settings-panel.tsx';
import { settingsQuery } from '../settings-queries.ts';
import { t } from '../texts.ts';

type Policy = Pick<Settings, 'priceMode' | 'taxRounding' | 'includedElsewhere' | 'country' | 'region' | 'postcode'>;

const priceModes = [
  { value: 'tax_excluded', label: t.taxExcluded() },
  { value: 'tax_included', label: t.taxIncluded() },
] as const satisfies readonly { value: Policy['priceMode']; label: string }[];
const roundings = [
  { value: 'line', label: t.roundings.line },
  { value: 'order', label: t.roundings.order },
] as const satisfies readonly { value: Policy['taxRounding']; label: string }[];
const elsewheres = [
  { value: 'keep_gross', label: t.elsewheres.keep_gross },
  { value: 'keep_net', label: t.elsewheres.keep_net },
] as const satisfies readonly { value: Policy['includedElsewhere']; label: string }[];

/** The tax settings of the account. Open drafts are priced anew when they change. */
export function EditTaxPolicy({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { priceMode, taxRounding, includedElsewhere, country, region, postcode } = settings;
  const [policy, setPolicy] = useState<Policy>({ priceMode, taxRounding, includedElsewhere, country, region, postcode });
  const set = (part: Partial<Policy>) => setPolicy((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => api.changeSettings({ body: { basedOn: settings.version, ...policy, postcode: policy.postcode.trim() } }),
    onSuccess: (changed) => {
      queryClient.setQueryData(settingsQuery().queryKey, changed);
      void queryClient.refetchQueries(sessionQuery());
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  return (
    <SettingsPanel title={t.taxPolicy()} save={save} onClose={onClose}>
      <Select
        label={t.priceMode()}
        help={t.priceModeHelp()}
        autoFocus
        options={priceModes}
        value={policy.priceMode}
        onChange={(event) => set({ priceMode: priceModes.find(({ value }) => value === event.target.value)?.value ?? priceMode })}
        error={errors.priceMode}
      />
      <Select
        label={t.rounding()}
        options={roundings}
        value={policy.taxRounding}
        onChange={(event) => set({ taxRounding: roundings.find(({ value }) => value === event.target.value)?.value ?? taxRounding })}
        error={errors.taxRounding}
      />
      <Select
        label={t.elsewhere()}
        help={t.elsewhereHelp()}
        options={elsewheres}
        value={policy.includedElsewhere}
        onChange={(event) => set({ includedElsewhere: elsewheres.find(({ value }) => value === event.target.value)?.value ?? includedElsewhere })}
        error={errors.includedElsewhere}
      />
      <h3>{t.yourPlace()}</h3>
      <p className="small soft">{t.yourPlaceHelp()}</p>
      <CountryField label={t.country()} value={policy.country} onChange={(chosen) => set({ country: chosen, region: '' })} error={errors.country} />
      <div className={styles.two}>
        <RegionField
          label={t.region()}
          whole={t.none()}
          country={policy.country}
          value={policy.region}
          onChange={(chosen) => set({ region: chosen })}
          error={errors.region}
        />
        <TextInput label={t.postcode()} value={policy.postcode} onChange={(event) => set({ postcode: event.target.value })} error={errors.postcode} />
      </div>
    </SettingsPanel>
  );
}
