import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { FetchState } from './fetch-state.tsx';
import styles from './images-list.module.css';
import { ProductPicture } from './product-picture.tsx';
import { t } from './texts.ts';

/** The pictures of a product as customers see them, in their order; below one that we have no copy of, why. Then those of variants alone, of which that is so. */
export function ImagesList({ product, mayWrite }: { product: Product; mayWrite: boolean }) {
  const { id, images, variants, pictureFetches } = product;
  const missing = pictureFetches.filter(({ url }) => !images.some((image) => image.url === url));
  if (images.length + missing.length === 0) return <p className="muted">{t.noImages()}</p>;
  return (
    <ul className={styles.images}>
      {images.map(({ url, alt }, at) => {
        const fetching = pictureFetches.find((each) => each.url === url);
        return (
          <li key={url}>
            <ProductPicture url={url} alt={alt || t.imageAt(at + 1)} className={styles.picture} />
            {fetching !== undefined && <FetchState productId={id} fetching={fetching} mayWrite={mayWrite} name={t.imageAt(at + 1)} />}
          </li>
        );
      })}
      {missing.map((fetching) => {
        const names = variants.filter(({ imageUrl }) => imageUrl === fetching.url).map(({ title, sku }) => title || sku);
        const name = t.imageOf(names.join(', '));
        return (
          <li key={fetching.url}>
            <ProductPicture url={fetching.url} alt={name} className={styles.picture} />
            <p className={styles.of}>{name}</p>
            <FetchState productId={id} fetching={fetching} mayWrite={mayWrite} name={name} />
          </li>
        );
      })}
    </ul>
  );
}
