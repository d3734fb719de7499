import type { BuyerRuleJson } from '@backdesk/contract/catalog/buyers.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { PriceRole } from '@backdesk/contract/price-role/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { EditPanel } from '../edit-panel.tsx';
import { t as products } from '../texts.ts';
import styles from './buyers.module.css';
import { buyersQuery } from './buyers-query.ts';
import { t } from './texts.ts';

type Draft = { readonly key: number; readonly roleId: string; readonly variantId: string; readonly effect: 'include' | 'exclude' };
type EditBuyersProps = { product: Product; rules: readonly BuyerRuleJson[]; roles: readonly PriceRole[]; onClose: () => void };

/** All rules of a product at once. */
export function EditBuyers({ product, rules, roles, onClose }: EditBuyersProps) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    rules.map(({ roleId, variantId, effect }, key) => ({ key, roleId, variantId: variantId ?? '', effect })),
  );
  const save = useMutation({
    mutationFn: () =>
      api.setBuyers({
        params: { id: product.id },
        body: { rules: drafts.map(({ roleId, variantId, effect }) => ({ roleId, effect, variantId: variantId === '' ? null : variantId })) },
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(buyersQuery(product.id).queryKey, saved);
      toast.show({ message: products.saved() });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  const change = (key: number, part: Partial<Draft>) => setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  const first = roles[0]?.id ?? '';
  return (
    <EditPanel title={t.edited(product.name)} save={save} onClose={onClose} wide>
      <p className="small muted">{t.help()}</p>
      {drafts.map((draft, index) => (
        <div key={draft.key} className={styles.rule}>
          <Select
            label={t.role()}
            hideLabel={index > 0}
            options={roles.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.roleId}
            error={errors[`rules.${index}.roleId`]}
            onChange={({ currentTarget }) => change(draft.key, { roleId: currentTarget.value })}
          />
          <Select
            label={t.effect()}
            hideLabel={index > 0}
            options={[
              { value: 'include', label: t.include() },
              { value: 'exclude', label: t.exclude() },
            ]}
            value={draft.effect}
            onChange={({ currentTarget }) => change(draft.key, { effect: currentTarget.value as Draft['effect'] })}
          />
          <Select
            label={t.of()}
            hideLabel={index > 0}
            placeholder={t.allVariants()}
            options={product.variants.length > 1 ? product.variants.map(({ id, title, sku }) => ({ value: id, label: title || sku })) : []}
            value={draft.variantId}
            onChange={({ currentTarget }) => change(draft.key, { variantId: currentTarget.value })}
          />
          <Button variant="quiet" icon="close" onClick={() => setDrafts(drafts.filter((other) => other !== draft))}>
            <span className="vh">{t.remove(index + 1)}</span>
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="quiet"
          size="small"
          icon="plus"
          onClick={() => setDrafts([...drafts, { key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1, roleId: first, variantId: '', effect: 'exclude' }])}
        >
          {t.add()}
        </Button>
      </div>
    </EditPanel>
  );
}
