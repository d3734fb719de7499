import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useState } from 'react';
import styles from './products-listing-page.module.css';

/** A small picture beside the product's name; a plain ground where there is none or it can't be reached. */
export function ProductPicture({ url }: { url: string | null }) {
  const [failed, setFailed] = useState(false);
  if (!url || failed)
    return (
      <span className={styles.picture}>
        <Icon name="image" />
      </span>
    );
  return <img className={styles.picture} src={url} alt="" loading="lazy" decoding="async" width={40} height={40} onError={() => setFailed(true)} />;
}
