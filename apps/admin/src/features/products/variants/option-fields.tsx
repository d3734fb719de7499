import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useId } from 'react';
import { t } from './texts.ts';
import styles from './variants.module.css';

type OptionFieldsProps = {
  product: Product;
  options: Variant['options'];
  errors: Readonly<Record<string, string>>;
  onChange: (options: Variant['options']) => void;
};

/** The values of one variant: those of the product are offered, and a new one can be typed. */
export function OptionFields({ product, options, errors, onChange }: OptionFieldsProps) {
  const id = useId();
  if (options.length === 0) return null;
  return (
    <>
      <div className={styles.optionFields}>
        {options.map(({ name, value }, at) => (
          <div key={name}>
            <TextInput
              label={name}
              list={`${id}-${at}`}
              autoComplete="off"
              value={value}
              onChange={(event) => onChange(options.map((other, index) => (index === at ? { name, value: event.target.value } : other)))}
              error={errors[`options.${at}.value`]}
            />
            <datalist id={`${id}-${at}`}>
              {product.options
                .find((option) => option.name === name)
                ?.values.map((each) => (
                  <option key={each} value={each} />
                ))}
            </datalist>
          </div>
        ))}
      </div>
      {errors.options !== undefined && (
        <p className={styles.wrong} role="alert">
          {t.theseOptions(errors.options)}
        </p>
      )}
      <p className="small muted">{t.namesKept()}</p>
    </>
  );
}
