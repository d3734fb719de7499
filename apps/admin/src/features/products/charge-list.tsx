import type { ProductChargeJson } from '@backdesk/contract/catalog/charges.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { perPiece } from './per-piece.ts';
import styles from './product-page.module.css';
import { t } from './texts.ts';

/** What lines of the product bring along, and what it costs. */
export function ChargeList({ product: { charges, variants } }: { product: Product }) {
  if (charges.length === 0) return <p className="muted">{t.noCharges()}</p>;
  const titles = new Map(variants.map(({ id, title, sku }) => [id, title || sku]));
  return (
    <ul className={styles.asked}>
      {charges.map((charge) => (
        <li key={charge.id}>
          <span>
            <bdi className="medium">{charge.name}</bdi>
            <span className="small soft">
              {' '}
              · <bdi>{charge.code}</bdi>
              {charge.variantId !== null && <> · {t.onlyFor(titles.get(charge.variantId) ?? '')}</>}
              {!charge.removable && <> · {t.alwaysCharged()}</>}
            </span>
          </span>
          <Prices charge={charge} />
        </li>
      ))}
    </ul>
  );
}

function Prices({ charge: { kind, breaks, currency } }: { charge: ProductChargeJson }) {
  const format = useFormat();
  const each = ({ quantity, extendedPrice }: ProductChargeJson['breaks'][number]) => format.unitPrice(perPiece(extendedPrice, quantity), currency);
  if (kind === 'setup') return <span className={styles.offers}>{breaks.map((only) => t.onceForGroup(each(only)))}</span>;
  return (
    <span className={styles.offers}>
      {breaks.map((step) => (
        <span key={step.quantity}>{breaks.length === 1 ? t.aPiece(each(step)) : t.each(format.number(step.quantity), each(step))}</span>
      ))}
    </span>
  );
}
