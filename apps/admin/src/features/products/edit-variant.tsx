import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { PanelFoot } from '@backdesk/ui/overlays/panel-foot.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SaveFailed } from '../../components/save-failed.tsx';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { productQuery } from './products-query.ts';
import { t } from './texts.ts';

/** SKU, stock, weight and whether it is sold. */
export function EditVariant({ product, variant, onClose }: { product: Product; variant: Variant; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { stock } = variant;
  const [sku, setSku] = useState(variant.sku);
  const [weightGrams, setWeight] = useState(variant.weightGrams);
  const [published, setPublished] = useState(variant.published);
  const [ships, setShips] = useState(variant.ships);
  const [tracked, setTracked] = useState(stock.tracked);
  const [onHand, setOnHand] = useState<number | null>(stock.onHand);
  const [backorder, setBackorder] = useState(stock.backorder);
  const save = useMutation({
    mutationFn: () =>
      api.changeVariant({
        params: { id: variant.id },
        body: { basedOn: variant.version, sku, weightGrams, ships, published, stock: { tracked, onHand: onHand ?? 0, backorder } },
      }),
    onSuccess: (changed) => {
      queryClient.setQueryData(productQuery(product.id).queryKey, changed);
      void queryClient.invalidateQueries({ queryKey: ['products'] });
      toast.show({ message: t.saved() });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  return (
    <SidePanel
      title={t.editVariant(variant.title || product.name)}
      closeLabel={t.close()}
      onClose={onClose}
      foot={
        <PanelFoot>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" busy={save.isPending} onClick={() => save.mutate()}>
            {t.save()}
          </Button>
        </PanelFoot>
      }
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.isError && <SaveFailed error={save.error} />}
        <TextInput label={t.skuField()} value={sku} onChange={(event) => setSku(event.target.value)} error={errors.sku} autoFocus />
        <Checkbox label={t.soldField()} checked={published} onChange={(event) => setPublished(event.target.checked)} />
        <Checkbox label={t.trackedField()} checked={tracked} onChange={(event) => setTracked(event.target.checked)} />
        {tracked && <NumberField label={t.onHandField()} value={onHand} onChange={setOnHand} unreadable={t.unreadable()} error={errors['stock.onHand']} />}
        {tracked && <Checkbox label={t.backorderField()} checked={backorder} onChange={(event) => setBackorder(event.target.checked)} />}
        <Checkbox label={t.shipsField()} checked={ships} onChange={(event) => setShips(event.target.checked)} />
        {ships && (
          <NumberField label={t.weightField()} value={weightGrams} onChange={setWeight} min={0} unreadable={t.unreadable()} error={errors.weightGrams} />
        )}
        <input type="submit" hidden />
      </form>
    </SidePanel>
  );
}
