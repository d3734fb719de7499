import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
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

/** Name, code and whether it is sold. */
export function EditProduct({ product, onClose }: { product: Product; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(product.name);
  const [code, setCode] = useState(product.code);
  const [published, setPublished] = useState(product.published);
  const save = useMutation({
    mutationFn: () => api.changeProduct({ params: { id: product.id }, body: { basedOn: product.version, name, code, published } }),
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
      title={t.editProduct()}
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
        <TextInput label={t.nameField()} value={name} onChange={(event) => setName(event.target.value)} error={errors.name} autoFocus />
        <TextInput label={t.codeField()} value={code} onChange={(event) => setCode(event.target.value)} error={errors.code} />
        <Checkbox label={t.soldField()} checked={published} onChange={(event) => setPublished(event.target.checked)} />
        <input type="submit" hidden />
      </form>
    </SidePanel>
  );
}
