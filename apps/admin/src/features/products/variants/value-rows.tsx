import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { type KeyboardEvent, useRef } from 'react';
import { DragHandle } from '../../../components/drag-handle/drag-handle.tsx';
import { useLineDrag } from '../../../lib/use-line-drag.ts';
import { moved } from '../moved.ts';
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
  const announce = useAnnounce();
  const list = useRef<HTMLOListElement>(null);
  const drag = useLineDrag(list, values[0]?.id, (id, after) => onChange(moved(values, id, after)));

  function move(at: number, by: -1 | 1, control: string) {
    const value = values[at];
    if (value === undefined || at + by < 0 || at + by >= values.length) return;
    onChange(moved(values, value.id, (by === 1 ? values[at + 1] : values[at - 2])?.id ?? null));
    announce(t.moved(value.name, number(at + by + 1), number(values.length)));
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>(control)[at + by]?.focus());
  }

  function onKeyDown(event: KeyboardEvent, at: number) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const isOnHandle = event.target instanceof HTMLElement && event.target.dataset.drag !== undefined;
    if (by === 0 || !(event.altKey || isOnHandle)) return;
    event.preventDefault();
    move(at, by, isOnHandle ? '[data-drag]' : 'input');
  }

  return (
    <>
      {errors[path] !== undefined && (
        <p className={styles.wrong} role="alert">
          {errors[path]}
        </p>
      )}
      <ol ref={list} className={styles.values} aria-label={t.valuesOf(name)} onPointerDown={drag.onPointerDown}>
        {values.map((value, at) => {
          const count = variantsWith(product, from, value.from);
          return (
            <li key={value.id} className={styles.value} data-line={value.id} onKeyDownCapture={(event) => onKeyDown(event, at)}>
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
        <div ref={drag.mark} role="presentation" className={styles.mark} hidden />
      </ol>
    </>
  );
}
