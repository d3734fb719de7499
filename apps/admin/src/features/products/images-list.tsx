import type { Product } from '@backdesk/contract/catalog/schema.ts';
import styles from './images-list.module.css';
import { pictureFetchText } from './picture-fetch-text.ts';
import { t } from './texts.ts';

/** The pictures of a product as customers see them, in their order; below one that we have no copy of, why. */
export function ImagesList({ product }: { product: Product }) {
  if (product.images.length === 0) return <p className="muted">{t.noImages()}</p>;
  return (
    <ul className={styles.images}>
      {product.images.map(({ url, alt }, at) => {
        const fetching = product.pictureFetches.find((each) => each.url === url);
        return (
          <li key={url}>
            <img src={url} alt={alt || t.imageAt(at + 1)} loading="lazy" decoding="async" />
            {fetching !== undefined && <p className={styles.fetching}>{pictureFetchText(fetching)}</p>}
          </li>
        );
      })}
    </ul>
  );
}
