import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { useId } from 'react';
import { type Chosen, isSoldOut, variantWith } from './choose-variant.ts';
import styles from './option-chips.module.css';
import { t } from './texts.ts';

type OptionChipsProps = {
  product: Product;
  option: Product['options'][number];
  chosen: Chosen;
  onChoose: (value: string) => void;
};

/** One option as chips. What is sold out stays, says so, and may still be chosen: a draft can wait for stock. */
export function OptionChips({ product, option, chosen, onChoose }: OptionChipsProps) {
  const name = useId();
  return (
    <fieldset className={styles.option}>
      <legend>
        {option.name} <span className={styles.value}>{chosen[option.name]}</span>
      </legend>
      <div className={styles.chips}>
        {option.values.map((value) => {
          const variant = variantWith(product, chosen, option.name, value);
          const isGone = variant !== undefined && isSoldOut(variant);
          return (
            <label key={value} className={isGone ? styles.gone : styles.chip}>
              <input
                type="radio"
                name={name}
                value={value}
                checked={chosen[option.name] === value}
                disabled={variant === undefined}
                onChange={() => onChoose(value)}
              />
              <span dir="auto">{variant === undefined ? t.notMade(value) : isGone ? t.soldOut(value) : value}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
