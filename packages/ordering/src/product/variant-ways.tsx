import { type ReactNode, useId } from 'react';
import { t } from './texts.ts';
import styles from './variant-ways.module.css';

/** One variant, or several at once in a table. `hint`: the key that changes between them. */
export function VariantWays({ isMany, onChange, hint }: { isMany: boolean; onChange: (isMany: boolean) => void; hint?: ReactNode }) {
  const name = useId();
  return (
    <fieldset className={styles.ways}>
      <legend className="vh">{t.howMany()}</legend>
      {[false, true].map((isThis) => (
        <label key={String(isThis)} className={styles.way}>
          <input type="radio" className="vh" name={name} checked={isMany === isThis} onChange={() => onChange(isThis)} />
          {isThis ? t.severalVariants() : t.oneVariant()}
        </label>
      ))}
      {hint}
    </fieldset>
  );
}
