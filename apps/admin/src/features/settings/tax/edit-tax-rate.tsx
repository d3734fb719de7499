import type { TaxRateJson } from '@backdesk/contract/settings/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { parseDecimal } from '@backdesk/ui/format/parse-decimal.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.tsx';
import { CountryField } from '../place/country-field.tsx';
import { RegionField } from '../place/region-field.tsx';
import styles from '../settings-layout.module.css';
import { SettingsPanel } from '../settings-panel.tsx';
import { t } from '../texts.ts';
import { wordsOf } from '../words-of.ts';
import { partsPerMillion, percentText } from './percent-text.ts';

/** A tax rate: new when `rate` is null. */
export function EditTaxRate({ rate, onClose }: { rate: TaxRateJson | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { locale } = useFormat();
  const { account } = useSession();
  const [fields, setFields] = useState({
    name: rate?.name ?? '',
    code: rate?.code ?? '',
    percent: rate ? percentText(rate.ratePpm) : '',
    country: rate?.country ?? account.country,
    region: rate?.region ?? '',
    postcodes: rate?.postcodes.join(', ') ?? '',
    category: rate?.category ?? '',
    onShipping: rate?.onShipping ?? false,
    active: rate?.active ?? true,
  });
  const [asked, setAsked] = useState(false);
  const set = (part: Partial<typeof fields>) => setFields((now) => ({ ...now, ...part }));
  const parsed = parseDecimal(fields.percent.replace('%', ''), locale, 4);
  const ratePpm = parsed.ok ? partsPerMillion(parsed.value) : undefined;
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['tax-rates'] });

  const save = useMutation({
    mutationFn: (ppm: number) => {
      const { percent: _, category, postcodes, ...rest } = fields;
      const body = { ...rest, postcodes: wordsOf(postcodes), category: category.trim() || null, ratePpm: ppm };
      return rate ? api.changeTaxRate({ params: { id: rate.id }, body }) : api.createTaxRate({ body });
    },
    onSuccess: () => {
      void refresh();
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: (gone: TaxRateJson) => api.deleteTaxRate({ params: { id: gone.id } }),
    onSuccess: (_, { id: __, version: ___, ...body }) => {
      void refresh();
      toast.show({
        message: t.rateDeleted(body.name),
        action: { label: t.undo(), icon: 'undo', run: () => void api.createTaxRate({ body }).then(refresh) },
      });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  const field = (name: 'name' | 'code' | 'category') => ({
    value: fields[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  return (
    <SettingsPanel
      title={rate ? t.editRate(rate.name) : t.addRate()}
      onClose={onClose}
      save={{
        ...save,
        mutate: () => {
          setAsked(true);
          if (ratePpm !== undefined) save.mutate(ratePpm);
        },
      }}
      extra={
        rate && (
          <Button variant="quiet" danger icon="trash" busy={remove.isPending} onClick={() => remove.mutate(rate)}>
            {t.delete()}
          </Button>
        )
      }
    >
      <TextInput label={t.name()} autoFocus {...field('name')} />
      <div className={styles.two}>
        <TextInput
          label={t.rateField()}
          inputMode="decimal"
          figure
          value={fields.percent}
          onChange={(event) => set({ percent: event.target.value })}
          error={asked && ratePpm === undefined ? t.rateUnreadable() : errors.ratePpm}
        />
        <TextInput label={t.code()} help={t.codeHelp()} {...field('code')} />
        <CountryField label={t.country()} value={fields.country} onChange={(country) => set({ country, region: '' })} error={errors.country} />
        <RegionField
          label={t.region()}
          whole={t.wholeCountry()}
          country={fields.country}
          value={fields.region}
          onChange={(region) => set({ region })}
          error={errors.region}
        />
      </div>
      <TextInput
        label={t.postcodes()}
        help={t.taxPostcodesHelp()}
        value={fields.postcodes}
        onChange={(event) => set({ postcodes: event.target.value })}
        error={Object.entries(errors).find(([name]) => name.startsWith('postcodes'))?.[1]}
      />
      <TextInput label={t.category()} help={t.categoryHelp()} {...field('category')} />
      <Checkbox label={t.onShipping()} checked={fields.onShipping} onChange={(event) => set({ onShipping: event.target.checked })} />
      <Checkbox label={t.active()} checked={fields.active} onChange={(event) => set({ active: event.target.checked })} />
    </SettingsPanel>
  );
}
