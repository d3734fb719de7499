import type { Product } from '@backdesk/contract/catalog/schema.ts';
import styles from './images-list.module.css';
import { t } from './texts.ts';

/** The pictures of a product as customers see them, in their order. */
export function ImagesList({ product }: { product: Product }) {
  if (product.images.length === 0) return <p className="muted">{t.noImages()}</p>;
  return (
    <ul className={styles.images}>
      {product.images.map(({ url, alt }, at) => (
        <li key={url}>
          <img src={url} alt={alt || t.imageAt(at + 1)} loading="lazy" decoding="async" />
        </li>
      ))}
    </ul>
  );
}
