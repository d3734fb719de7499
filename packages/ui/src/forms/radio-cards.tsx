import { type ReactNode, useId } from 'react';
import fieldStyles from './field.module.css';
import styles from './radio-cards.module.css';

export type RadioCard = {
  readonly value: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** At the right: a price. */
  readonly end?: ReactNode;
  readonly disabled?: boolean;
};

export type RadioCardsProps = {
  legend: string;
  hideLegend?: boolean;
  cards: readonly RadioCard[];
  value: string | null;
  onChange: (value: string) => void;
  error?: string | undefined;
};

/** One choice among a few that need a line of explanation each. Arrow keys move, as native radios do. */
export function RadioCards({ legend, hideLegend = false, cards, value, onChange, error }: RadioCardsProps) {
  const name = useId();
  return (
    <fieldset data-invalid={error ? true : undefined} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={hideLegend ? 'vh' : styles.legend}>{legend}</legend>
      <div className={styles.group}>
        {cards.map((card) => (
          <label key={card.value} className={styles.card}>
            <input
              type="radio"
              className={fieldStyles.radio}
              name={name}
              value={card.value}
              checked={card.value === value}
              disabled={card.disabled ?? false}
              onChange={() => onChange(card.value)}
            />
            <span className={styles.title}>{card.title}</span>
            {card.end !== undefined && <span className={styles.end}>{card.end}</span>}
            {card.detail !== undefined && <span className={styles.detail}>{card.detail}</span>}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={fieldStyles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
