import type { PricePeriodList } from '@backdesk/contract/catalog/price-periods.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { EditPanel } from '../edit-panel.tsx';
import { rolePricesQuery } from '../role-prices-query.ts';
import { t as words } from '../texts.ts';
import { newPeriod, type PeriodDraft, periodDraft, periodRequest } from './period-draft.ts';
import { PeriodFields } from './period-fields.tsx';
import { pricePeriodsQuery } from './periods-query.ts';
import { t } from './texts.ts';

/** All price periods of a product, saved as a whole. */
export function EditPricePeriods({ product, known, onClose }: { product: Product; known: PricePeriodList; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const roles = useQuery(rolePricesQuery(product.id)).data?.items ?? [];
  const [periods, setPeriods] = useState<readonly PeriodDraft[]>(() => (known.items.length === 0 ? [newPeriod()] : known.items.map(periodDraft)));
  const [isChecked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      setChecked(true);
      const wanted = periods.flatMap((period) => periodRequest(period) ?? []);
      if (wanted.length < periods.length) return null;
      return api.setPricePeriods({ params: { id: product.id }, body: { basedOn: known.version, periods: wanted } });
    },
    onSuccess: (changed) => {
      if (changed === null) return;
      queryClient.setQueryData(pricePeriodsQuery(product.id).queryKey, changed);
      for (const queryKey of [['products'], ['product'], ['price-roles']]) void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: words.saved() });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  return (
    <EditPanel wide title={t.edit()} save={save} onClose={onClose}>
      <p className="small muted">{t.help()}</p>
      {periods.map((period, at) => (
        <PeriodFields
          key={period.key}
          product={product}
          roles={roles}
          period={period}
          at={at}
          errors={errors}
          isChecked={isChecked}
          onChange={(change) => setPeriods(periods.map((other) => (other === period ? { ...other, ...change } : other)))}
          onRemove={() => setPeriods(periods.filter((other) => other !== period))}
        />
      ))}
      <div>
        <Button icon="plus" onClick={() => setPeriods([...periods, newPeriod()])}>
          {t.add()}
        </Button>
      </div>
    </EditPanel>
  );
}
