import { regionsOf } from '@backdesk/domain/core/regions.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { WeightField } from '@backdesk/ui/forms/weight-field.tsx';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.tsx';
import { CountryField } from '../place/country-field.tsx';
import { RegionField } from '../place/region-field.tsx';
import { ArticleRows } from './article-rows.tsx';
import { t } from './texts.ts';
import { newTrial, type TrialDraft, type TrialKind, type TrialRequest, trialRequest, withPostcode } from './trial-draft.ts';
import styles from './try-pricing.module.css';
import { TryResult } from './try-result.tsx';

const kinds: readonly { readonly value: TrialKind; readonly label: string }[] = [
  { value: 'articles', label: t.byArticles() },
  { value: 'order', label: t.byOrder() },
  { value: 'figures', label: t.byFigures() },
];

/** This cart, this address: these rates, this tax, and why. */
export function TryPricing() {
  const { currency } = useFormat();
  const { account } = useSession();
  const [draft, setDraft] = useState(() => newTrial(account.country));
  const [isMissing, setMissing] = useState(false);
  const set = (part: Partial<TrialDraft>) => setDraft((now) => ({ ...now, ...part }));
  const tried = useMutation({ mutationFn: (body: TrialRequest) => api.tryPricing({ body }) });
  const errors = fieldErrorsOf(tried.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    const body = trialRequest(draft, currencyDigits(currency));
    setMissing(body === null);
    if (body !== null && !tried.isPending) tried.mutate(body);
  }
  return (
    <Panel title={t.title()} note={t.note()}>
      <div className={styles.try}>
        <form className="stack" noValidate onSubmit={submit} aria-label={t.title()}>
          <Select
            label={t.what()}
            options={kinds}
            value={draft.kind}
            onChange={(event) => set({ kind: kinds.find(({ value }) => value === event.target.value)?.value ?? 'articles' })}
          />
          <Cart draft={draft} errors={errors} onChange={set} />
          <div className={styles.place}>
            <CountryField
              label={t.country()}
              value={draft.country}
              onChange={(country) => set({ country, ...withPostcode({ ...draft, country, isRegionChosen: false }, draft.postcode), isRegionChosen: false })}
              error={errors['place.country']}
            />
            <RegionField
              label={t.region()}
              whole={t.wholeCountry()}
              country={draft.country}
              value={draft.region}
              onChange={(region) => set({ region, isRegionChosen: region !== '' })}
              error={errors['place.region']}
            />
            <TextInput
              label={t.postcode()}
              value={draft.postcode}
              onChange={(event) => set(withPostcode(draft, event.target.value))}
              error={errors['place.postcode']}
              autoComplete="off"
            />
          </div>
          {draft.region === '' && draft.kind !== 'order' && regionsOf(draft.country) !== null && <p className="muted small">{t.noRegion()}</p>}
          {draft.kind !== 'order' && <Checkbox label={t.exempt()} checked={draft.exempt} onChange={(event) => set({ exempt: event.target.checked })} />}
          {isMissing && (
            <p role="alert" className="bad small">
              {t.missing()}
            </p>
          )}
          <div>
            <Button type="submit" variant="primary" busy={tried.isPending}>
              {t.go()}
            </Button>
          </div>
        </form>
        <div className={styles.result} role="region" aria-label={t.result()} aria-live="polite">
          {tried.isError && Object.keys(errors).length === 0 && <SaveFailed error={tried.error} />}
          {tried.isPending && <Skeleton />}
          {tried.isSuccess && <TryResult tried={tried.data} place={tried.variables.place} />}
          {(tried.isIdle || Object.keys(errors).length > 0) && <p className="muted">{t.idle()}</p>}
        </div>
      </div>
    </Panel>
  );
}

type CartProps = { draft: TrialDraft; errors: Readonly<Record<string, string>>; onChange: (part: Partial<TrialDraft>) => void };

function Cart({ draft, errors, onChange }: CartProps) {
  const { currency } = useFormat();
  switch (draft.kind) {
    case 'articles':
      return <ArticleRows articles={draft.articles} errors={errors} onChange={(articles) => onChange({ articles })} />;
    case 'order':
      return (
        <NumberField
          label={t.number()}
          help={t.numberHelp()}
          value={draft.number}
          onChange={(number) => onChange({ number })}
          unreadable={t.unreadable()}
          error={errors.orderNumber}
        />
      );
    case 'figures':
      return (
        <div className={styles.place}>
          <MoneyInput
            label={t.items()}
            currency={currency}
            problems={{ not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() }}
            value={draft.items}
            onChange={(items) => onChange({ items })}
            error={errors['cart.itemsAmount']}
          />
          <WeightField
            label={t.weight()}
            grams={draft.weightGrams}
            onChange={(weightGrams) => onChange({ weightGrams })}
            unreadable={t.noWeight()}
            error={errors['cart.weightGrams']}
          />
          <TextInput
            label={t.category()}
            placeholder="standard"
            value={draft.taxCategory}
            onChange={(event) => onChange({ taxCategory: event.target.value })}
            error={errors['cart.taxCategory']}
          />
        </div>
      );
  }
}
