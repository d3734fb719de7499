import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useState } from 'react';
import styles from './product-picture.module.css';
import { t } from './texts.ts';

/** The picture of what is chosen. */
export function ProductPicture({ product, url }: { product: Product; url: string | null }) {
  const [broken, setBroken] = useState<string | null>(null);
  const image = product.images.find((found) => found.url === url) ?? product.images.at(0);
  const source = url ?? image?.url ?? null;
  return (
    <div className={styles.picture}>
      {source === null || source === broken ? (
        <Icon name="image" />
      ) : (
        <img src={source} alt={image?.alt || t.pictureOf(product.name)} onError={() => setBroken(source)} decoding="async" />
      )}
    </div>
  );
}
