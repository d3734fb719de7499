import type { ProductCosts } from '@backdesk/contract/catalog/costs.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { EditPanel } from '../edit-panel.tsx';
import { t as products } from '../texts.ts';
import { costsQuery } from './costs-query.ts';
import { t } from './texts.ts';

const problems = { not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() };

/** A cost for each variant, or one for all of them at once. */
export function EditCosts({ product, costs, onClose }: { product: Product; costs: ProductCosts; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { currency, items } = costs;
  const [values, setValues] = useState(() => new Map(items.map(({ variantId, unitCost }) => [variantId, unitCost])));
  const [all, setAll] = useState<string | null>(null);
  const titleOf = new Map(product.variants.map(({ id, title, sku }) => [id, title || sku]));
  const save = useMutation({
    mutationFn: () => api.setCosts({ params: { id: product.id }, body: { costs: [...values].map(([variantId, unitCost]) => ({ variantId, unitCost })) } }),
    onSuccess: (saved) => {
      queryClient.setQueryData(costsQuery(product.id).queryKey, saved);
      toast.show({ message: products.saved() });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  return (
    <EditPanel title={t.edited(product.name)} save={save} onClose={onClose}>
      <p className="small muted">{t.help()}</p>
      {items.length > 1 && (
        <MoneyInput
          label={t.all()}
          help={t.allHelp()}
          currency={currency}
          maxDecimals={6}
          problems={problems}
          value={all}
          onChange={(unitCost) => {
            setAll(unitCost);
            setValues(new Map(items.map(({ variantId }) => [variantId, unitCost])));
          }}
        />
      )}
      {items.map(({ variantId, sku }, index) => (
        <MoneyInput
          key={variantId}
          label={titleOf.get(variantId) ?? sku}
          currency={currency}
          maxDecimals={6}
          problems={problems}
          value={values.get(variantId) ?? null}
          onChange={(unitCost) => setValues(new Map(values).set(variantId, unitCost))}
          error={errors[`costs.${index}.unitCost`]}
        />
      ))}
    </EditPanel>
  );
}
