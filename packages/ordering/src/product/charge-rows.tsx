import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import type { ChargeAt } from '../editing/charges-at.ts';
import styles from './charge-rows.module.css';
import { t } from './texts.ts';

/** What comes beside the pieces: a setup once, a run for each of them. Nothing where there is none. */
export function ChargeRows({ charges, currency }: { charges: readonly ChargeAt[]; currency: string }) {
  const format = useFormat();
  if (charges.length === 0) return null;
  return (
    <section className={styles.charges} aria-label={t.charged()}>
      <h4>{t.charged()}</h4>
      <ul>
        {charges.map(({ id, kind, name, amount, isPaid }) => (
          <li key={id}>
            <span>
              <bdi>{name}</bdi> <span className="small muted">{kind === 'setup' ? t.once() : t.forEach()}</span>
            </span>
            {isPaid ? (
              <span className="small soft">{t.paidElsewhere()}</span>
            ) : (
              <span className="num">{amount === null ? t.noPriceYet() : format.money({ amount, currency })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
