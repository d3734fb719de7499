import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { newOption, type OptionDraft, type OptionKind, optionDraft, optionRequest } from './configuration-draft.ts';
import { EditPanel } from './edit-panel.tsx';
import styles from './option-fields.module.css';
import { OptionFields } from './option-fields.tsx';
import { t } from './texts.ts';
import { useSaveProduct } from './use-save-product.ts';

const optionKinds: readonly OptionKind[] = ['choice', 'text', 'number', 'date', 'checkbox', 'file'];

/** All that is asked on a line of this product, saved as a whole. */
export function EditConfiguration({ product, onClose }: { product: Product; onClose: () => void }) {
  const [options, setOptions] = useState<readonly OptionDraft[]>(() => product.configurationOptions.map(optionDraft));
  const { currency } = product;
  const save = useSaveProduct(
    () =>
      api.setConfiguration({
        params: { id: product.id },
        body: { basedOn: product.version, options: options.map((option) => optionRequest(option, currency)) },
      }),
    onClose,
  );
  const errors = fieldErrorsOf(save.error);

  function move(at: number, by: -1 | 1) {
    const moving = options[at];
    if (moving === undefined) return;
    const others = options.filter((option) => option !== moving);
    setOptions([...others.slice(0, at + by), moving, ...others.slice(at + by)]);
  }

  return (
    <EditPanel wide title={t.editCustomizations()} save={save} onClose={onClose}>
      {options.length === 0 && <p className="muted">{t.noCustomizations()}</p>}
      {options.map((option, at) => (
        <OptionFields
          key={option.id}
          option={option}
          before={options.slice(0, at)}
          count={options.length}
          currency={currency}
          errors={errors}
          onChange={(change) => setOptions(options.map((other) => (other === option ? { ...other, ...change } : other)))}
          onMove={(by) => move(at, by)}
          onRemove={() => setOptions(options.filter((other) => other !== option))}
        />
      ))}
      <fieldset>
        <legend className="small soft">{t.addOption()}</legend>
        <div className={styles.adding}>
          {optionKinds.map((kind) => (
            <Button key={kind} icon="plus" onClick={() => setOptions([...options, newOption(kind)])}>
              {t.kindOf(kind)}
            </Button>
          ))}
        </div>
      </fieldset>
      {product.configurationOptions.length > 0 && <p className="small muted">{t.removedHelp()}</p>}
    </EditPanel>
  );
}
