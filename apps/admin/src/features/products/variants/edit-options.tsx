import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { mostOptions } from '@backdesk/domain/catalog/variant-options.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useState } from 'react';
import { DragHandle } from '../../../components/drag-handle/drag-handle.tsx';
import ordered from '../../../components/drag-handle/row-order.module.css';
import { useRowOrder } from '../../../components/drag-handle/use-row-order.ts';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { EditPanel } from '../edit-panel.tsx';
import { t as products } from '../texts.ts';
import { useSaveProduct } from '../use-save-product.ts';
import { newOption, type OptionDraft, optionsDraft, optionsRequest } from './options-draft.ts';
import { t } from './texts.ts';
import { ValueRows } from './value-rows.tsx';
import styles from './variants.module.css';

type EditOptionsProps = {
  product: Product;
  /** There are no options yet, and variants are to be added next. */
  onFirst?: (product: Product) => void;
  onClose: () => void;
};

/** What the variants differ in: names, values and the order of both, for all variants at once. */
export function EditOptions({ product, onFirst, onClose }: EditOptionsProps) {
  const { number } = useFormat();
  const [options, setOptions] = useState(() => optionsDraft(product));
  const [isChecked, setChecked] = useState(false);
  const save = useSaveProduct(
    async () => {
      setChecked(true);
      const wanted = optionsRequest(options);
      return wanted === null ? null : api.setOptions({ params: { id: product.id }, body: { basedOn: product.version, options: wanted } });
    },
    (changed) => (onFirst ?? onClose)(changed),
  );
  const errors = fieldErrorsOf(save.error);
  const missing = (name: string) => (isChecked && name.trim() === '' ? products.needed() : undefined);
  const change = (id: string, to: Partial<OptionDraft>) => setOptions((now) => now.map((option) => (option.id === id ? { ...option, ...to } : option)));
  const order = useRowOrder(options, setOptions);
  const { length: count } = product.variants;
  return (
    <EditPanel title={t.optionsTitle(product.name)} save={save} onClose={onClose} {...(onFirst && { saveLabel: t.saveAndAdd() })}>
      <p className="small muted">{product.options.length === 0 ? t.firstOption() : t.optionsHelp()}</p>
      {errors.options !== undefined && (
        <p className={styles.wrong} role="alert">
          {errors.options}
        </p>
      )}
      <ol ref={order.list} className={cx(ordered.rows, styles.options)} aria-label={t.optionList()} onPointerDown={order.onPointerDown}>
        {options.map((option, at) => {
          const { id, name, from, values } = option;
          const [only] = values;
          // What tells variants apart cannot go.
          const isRemovable = from === null || values.length === 1;
          return (
            <li key={id} data-line={id}>
              <fieldset className={styles.option}>
                <legend className="vh">{name || t.optionName()}</legend>
                <div className={styles.optionHead} onKeyDownCapture={(event) => order.onKeyDown(event, option)}>
                  {options.length > 1 && <DragHandle label={t.placeOf(name)} />}
                  <TextInput
                    label={t.optionName()}
                    placeholder={from === null ? t.optionHint() : undefined}
                    value={name}
                    onChange={(event) => change(id, { name: event.target.value })}
                    error={errors[`options.${at}.name`] ?? errors[`options.${at}.from`] ?? missing(name)}
                    autoFocus={from === null}
                  />
                  {isRemovable && options.length > (product.options.length === 0 ? 1 : 0) && (
                    <Button variant="quiet" icon="trash" onClick={() => setOptions(options.filter((other) => other !== option))}>
                      <span className="vh">{t.removeOption(name)}</span>
                    </Button>
                  )}
                </div>
                {from === null && only !== undefined ? (
                  <TextInput
                    label={t.valueForAll(count, number(count))}
                    value={only.name}
                    onChange={(event) => change(id, { values: [{ ...only, name: event.target.value }] })}
                    error={errors[`options.${at}.values.0.name`] ?? errors[`options.${at}.values`] ?? missing(only.name)}
                  />
                ) : (
                  <ValueRows
                    product={product}
                    option={option}
                    errors={errors}
                    path={`options.${at}.values`}
                    missing={missing}
                    onChange={(to) => change(id, { values: to })}
                  />
                )}
              </fieldset>
            </li>
          );
        })}
        <div ref={order.mark} role="presentation" className={ordered.mark} hidden />
      </ol>
      {options.length < mostOptions && product.options.length > 0 && (
        <div>
          <Button variant="quiet" size="small" icon="plus" onClick={() => setOptions([...options, newOption(options)])}>
            {t.addOption()}
          </Button>
        </div>
      )}
    </EditPanel>
  );
}
