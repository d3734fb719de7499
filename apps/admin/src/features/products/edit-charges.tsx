import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { type ChargeDraft, chargeDraft, chargeRequest, newCharge } from './charge-draft.ts';
import { ChargeFields } from './charge-fields.tsx';
import { EditPanel } from './edit-panel.tsx';
import { productQuery } from './products-query.ts';
import { t } from './texts.ts';

/** All setup and run charges of a product, saved as a whole. */
export function EditCharges({ product, onClose }: { product: Product; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [charges, setCharges] = useState<readonly ChargeDraft[]>(() => product.charges.map(chargeDraft));
  const [isChecked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      setChecked(true);
      const wanted = charges.flatMap((charge) => chargeRequest(charge) ?? []);
      if (wanted.length < charges.length) return null;
      return api.setCharges({ params: { id: product.id }, body: { basedOn: product.version, charges: wanted } });
    },
    onSuccess: (changed) => {
      if (changed === null) return;
      queryClient.setQueryData(productQuery(changed.id).queryKey, changed);
      for (const queryKey of [['products'], ['product']]) void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: t.saved() });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  return (
    <EditPanel wide title={t.editCharges()} save={save} onClose={onClose}>
      {charges.length === 0 && <p className="muted">{t.noCharges()}</p>}
      {charges.map((charge, at) => (
        <ChargeFields
          key={charge.key}
          product={product}
          charge={charge}
          at={at}
          errors={errors}
          isChecked={isChecked}
          onChange={(change) => setCharges(charges.map((other) => (other === charge ? { ...other, ...change } : other)))}
          onRemove={() => setCharges(charges.filter((other) => other !== charge))}
        />
      ))}
      <div className="row">
        <Button icon="plus" onClick={() => setCharges([...charges, newCharge('setup')])}>
          {t.addSetup()}
        </Button>
        <Button icon="plus" onClick={() => setCharges([...charges, newCharge('run')])}>
          {t.addRun()}
        </Button>
      </div>
      {product.charges.length > 0 && <p className="small muted">{t.chargesHelp()}</p>}
    </EditPanel>
  );
}
