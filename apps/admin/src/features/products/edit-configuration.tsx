import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { PanelFoot } from '@backdesk/ui/overlays/panel-foot.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SaveFailed } from '../../components/save-failed.tsx';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { newOption, type OptionDraft, optionDraft, optionRequest } from './configuration-draft.ts';
import { OptionFields } from './option-fields.tsx';
import { productQuery } from './products-query.ts';
import { t } from './texts.ts';

/** All that is asked on a line of this product, saved as a whole. */
export function EditConfiguration({ product, onClose }: { product: Product; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [options, setOptions] = useState<readonly OptionDraft[]>(() => product.configurationOptions.map(optionDraft));
  const { currency } = product;
  const save = useMutation({
    mutationFn: () =>
      api.setConfiguration({
        params: { id: product.id },
        body: { basedOn: product.version, options: options.map((option) => optionRequest(option, currency)) },
      }),
    onSuccess: (changed) => {
      queryClient.setQueryData(productQuery(product.id).queryKey, changed);
      // The product pages beside drafts, each with the prices of its customer.
      void queryClient.invalidateQueries({ queryKey: ['product'] });
      toast.show({ message: t.saved() });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);

  function move(at: number, by: -1 | 1) {
    const moving = options[at];
    if (moving === undefined) return;
    const others = options.filter((option) => option !== moving);
    setOptions([...others.slice(0, at + by), moving, ...others.slice(at + by)]);
  }

  return (
    <SidePanel
      wide
      title={t.editCustomizations()}
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
      <div className="stack">
        {save.isError && <SaveFailed error={save.error} />}
        {options.length === 0 && <p className="muted">{t.noCustomizations()}</p>}
        {options.map((option, at) => (
          <OptionFields
            key={option.key}
            option={option}
            at={at}
            count={options.length}
            currency={currency}
            errors={errors}
            onChange={(change) => setOptions(options.map((other) => (other === option ? { ...other, ...change } : other)))}
            onMove={(by) => move(at, by)}
            onRemove={() => setOptions(options.filter((other) => other !== option))}
          />
        ))}
        <div className="row">
          <Button icon="plus" onClick={() => setOptions([...options, newOption('choice')])}>
            {t.addChoice()}
          </Button>
          <Button icon="plus" onClick={() => setOptions([...options, newOption('text')])}>
            {t.addText()}
          </Button>
        </div>
        {product.configurationOptions.length > 0 && <p className="small muted">{t.removedHelp()}</p>}
      </div>
    </SidePanel>
  );
}
