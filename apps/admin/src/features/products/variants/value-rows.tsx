import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { DragHandle } from '../../../components/drag-handle/drag-handle.tsx';
import ordered from '../../../components/drag-handle/row-order.module.css';
import { useRowOrder } from '../../../components/drag-handle/use-row-order.ts';
import { type OptionDraft, variantsWith } from './options-draft.ts';
import { t } from './texts.ts';
import styles from './variants.module.css';

type ValueRowsProps = {
  product: Product;
  option: OptionDraft;
  errors: Readonly<Record<string, string>>;
  /** Where the errors are: "options.0.values". */
  path: string;
  missing: (name: string) => string | undefined;
  onChange: (values: OptionDraft['values']) => void;
};

/** The values of an option in their order: renamed in place, moved by handle, or by Alt and an arrow. */
export function ValueRows({ product, option: { name, from, values }, errors, path, missing, onChange }: ValueRowsProps) {
  const { number } = useFormat();
  const order = useRowOrder(values, onChange);
  return (
    <>
      {errors[path] !== undefined && (
        <p className={styles.wrong} role="alert">
          {errors[path]}
        </p>
      )}
      <ol ref={order.list} className={cx(ordered.rows, styles.values)} aria-label={t.valuesOf(name)} onPointerDown={order.onPointerDown}>
        {values.map((value, at) => {
          const count = variantsWith(product, from, value.from);
          return (
            <li key={value.id} className={styles.value} data-line={value.id} onKeyDownCapture={(event) => order.onKeyDown(event, value)}>
              <DragHandle label={t.placeOf(value.name)} />
              <TextInput
                label={t.valueAt(at + 1)}
                hideLabel
                value={value.name}
                onChange={(event) => onChange(values.map((other) => (other === value ? { ...value, name: event.target.value } : other)))}
                error={errors[`${path}.${at}.name`] ?? errors[`${path}.${at}.from`] ?? missing(value.name)}
              />
              <span className={styles.count}>{t.variantCount(count, number(count))}</span>
            </li>
          );
        })}
        <div ref={order.mark} role="presentation" className={ordered.mark} hidden />
      </ol>
    </>
  );
}
