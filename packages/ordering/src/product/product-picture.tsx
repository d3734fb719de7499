import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useState } from 'react';
import { largePicture, smallPicture } from './picture-size.ts';
import styles from './product-picture.module.css';
import { t } from './texts.ts';

/** The picture of what is chosen, and the others of the product to look at. */
export function ProductPicture({ product, url }: { product: Product; url: string | null }) {
  const [broken, setBroken] = useState<string | null>(null);
  const [looked, setLooked] = useState<{ readonly of: string | null; readonly at: string } | null>(null);
  const own = url === null ? null : largePicture(url);
  // Another variant shows its own picture again.
  const source = (looked?.of === url ? looked.at : null) ?? own ?? product.images.at(0)?.url ?? null;
  const image = product.images.find((found) => found.url === source);
  return (
    <div className={source === null ? styles.none : undefined}>
      <div className={styles.picture}>
        {source === null || source === broken ? (
          <Icon name="image" />
        ) : (
          <img src={source} alt={image?.alt || t.pictureOf(product.name)} onError={() => setBroken(source)} decoding="async" fetchPriority="high" />
        )}
      </div>
      {product.images.length > 1 && (
        <ul className={styles.others}>
          {product.images.map((other, at) => (
            <li key={other.url}>
              <button type="button" aria-pressed={other.url === source} onClick={() => setLooked({ of: url, at: other.url })}>
                <img src={smallPicture(other.url)} alt={other.alt || t.pictureAt(at + 1)} loading="lazy" decoding="async" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
