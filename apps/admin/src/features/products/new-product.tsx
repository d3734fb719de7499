import { mostVariants } from '@backdesk/domain/catalog/variant-options.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { WeightField } from '@backdesk/ui/forms/weight-field.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.tsx';
import { BreakFields } from './break-fields.tsx';
import { EditPanel } from './edit-panel.tsx';
import { emptyProduct, isHalfFilled, type NewProductDraft, type OptionDraft, productRequest, variantCount } from './new-product-draft.ts';
import { type BundleDraft, noBundle } from './parts/parts-draft.ts';
import { PartsFields } from './parts/parts-fields.tsx';
import { t as parts } from './parts/texts.ts';
import styles from './product-page.module.css';
import { t } from './texts.ts';
import { UnitFields } from './unit-fields.tsx';

/** A product with its variants and list price; stock, pictures and all else follow on its page. */
export function NewProduct({ onMade, onClose }: { onMade: (productId: string) => void; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { account } = useSession();
  const { number } = useFormat();
  const [draft, setDraft] = useState<NewProductDraft>(emptyProduct);
  /** What was put together, also while the box is not ticked. */
  const [lastBundle, setLastBundle] = useState<BundleDraft | null>(null);
  const [isChecked, setChecked] = useState(false);
  const set = (part: Partial<NewProductDraft>) => setDraft((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: async () => {
      setChecked(true);
      const body = productRequest(draft);
      return body === null ? null : api.createProduct({ body });
    },
    onSuccess: (made) => {
      if (made === null) return;
      void queryClient.invalidateQueries({ queryKey: ['products'] });
      toast.show({ message: t.productMade() });
      onMade(made.id);
    },
  });
  const errors = fieldErrorsOf(save.error);
  const count = variantCount(draft);
  const missing = (value: string) => (isChecked && value.trim() === '' ? t.needed() : undefined);
  return (
    <EditPanel title={t.newProduct()} save={save} onClose={onClose}>
      <TextInput
        label={t.nameField()}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
        error={errors.name ?? missing(draft.name)}
        autoFocus
      />
      <TextInput
        label={t.codeField()}
        help={t.codeHelp()}
        value={draft.code}
        onChange={(event) => set({ code: event.target.value })}
        error={errors.code ?? errors['variants.0.sku'] ?? missing(draft.code)}
      />
      <Options options={draft.options} isChecked={isChecked} onChange={(options) => set({ options })} />
      {draft.options.length > 0 && (
        <p className={count > mostVariants ? 'bad small' : 'muted small'} role="status">
          {count > mostVariants ? t.tooManyVariants(number(count), number(mostVariants)) : t.makesVariants(count, number(count))}
        </p>
      )}
      <Checkbox
        label={parts.isBundleField()}
        checked={draft.bundle !== null}
        onChange={(event) => set({ bundle: event.target.checked ? (lastBundle ?? noBundle) : null })}
      />
      {draft.bundle !== null && (
        <PartsFields
          draft={draft.bundle}
          productId={null}
          currency={account.currency}
          errors={errors}
          path="bundle.parts"
          isChecked={isChecked}
          isNeeded
          onChange={(bundle) => {
            setLastBundle(bundle);
            set({ bundle });
          }}
        />
      )}
      {draft.bundle?.pricing !== 'summed' && (
        <>
          <h3>{t.listPrice()}</h3>
          <BreakFields
            breaks={draft.breaks}
            currency={account.currency}
            errors={errors}
            path="variants.0.prices"
            isChecked={isChecked}
            onChange={(breaks) => set({ breaks })}
          />
        </>
      )}
      <UnitFields unit={draft.unit} onChange={(unit) => set({ unit })} errors={errors} path="variants.0.unit" />
      <WeightField
        label={t.weight()}
        grams={draft.weightGrams}
        onChange={(weightGrams) => set({ weightGrams })}
        unreadable={t.noWeight()}
        error={errors['variants.0.weightGrams']}
      />
      <Checkbox label={t.soldField()} checked={draft.published} onChange={(event) => set({ published: event.target.checked })} />
    </EditPanel>
  );
}

/** What the variants differ in. */
function Options({
  options,
  isChecked,
  onChange,
}: {
  options: readonly OptionDraft[];
  isChecked: boolean;
  onChange: (options: readonly OptionDraft[]) => void;
}) {
  const change = (key: number, to: Partial<OptionDraft>) => onChange(options.map((each) => (each.key === key ? { ...each, ...to } : each)));
  return (
    <>
      {options.map((each, at) => (
        <div key={each.key} className={styles.optionRow}>
          <TextInput
            label={t.variesIn()}
            hideLabel={at > 0}
            value={each.name}
            onChange={(event) => change(each.key, { name: event.target.value })}
            error={isChecked && isHalfFilled(each) && each.name.trim() === '' ? t.needed() : undefined}
          />
          <TextInput
            label={t.valuesOf()}
            hideLabel={at > 0}
            placeholder={t.valuesHint()}
            value={each.values}
            onChange={(event) => change(each.key, { values: event.target.value })}
            error={isChecked && isHalfFilled(each) && each.name.trim() !== '' ? t.needed() : undefined}
          />
          <Button variant="quiet" icon="close" onClick={() => onChange(options.filter((other) => other !== each))}>
            <span className="vh">{t.removeVariation(at + 1)}</span>
          </Button>
        </div>
      ))}
      {options.length < 5 && (
        <div>
          <Button
            variant="quiet"
            size="small"
            icon="plus"
            onClick={() => onChange([...options, { key: options.reduce((most, { key }) => Math.max(most, key), 0) + 1, name: '', values: '' }])}
          >
            {t.addVariation()}
          </Button>
        </div>
      )}
    </>
  );
}
