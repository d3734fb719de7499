import type { Variant } from '@backdesk/contract/catalog/schema.ts';
import { unitText } from '@backdesk/domain/catalog/selling-unit.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { t } from '../texts.ts';
import styles from './variants.module.css';

/** In which quantities a variant is sold, and by what. */
export function QuantityRule({ variant }: { variant: Variant }) {
  const { number } = useFormat();
  const { increment, maximum } = variant.quantityRule;
  const breaks = variant.priceTable?.breaks ?? [];
  const parts = [
    variant.unit !== null && t.byThe(unitText(variant.unit)),
    increment === 0 && (breaks.length === 0 ? t.onlyBreaks() : t.onlyAs(breaks.map(({ quantity }) => number(quantity)).join(', '))),
    increment !== null && increment > 1 && t.packsOf(number(increment)),
    maximum !== null && t.upTo(number(maximum)),
  ].filter(Boolean);
  return parts.length === 0 ? null : <span className={styles.beneath}>{parts.join(', ')}</span>;
}
