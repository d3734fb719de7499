import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useState } from 'react';
import styles from './product-picture.module.css';

type ProductPictureProps = {
  url: string | null;
  /** What it shows; empty where its name stands beside it. */
  alt?: string;
  /** How large it is; small, as in lists, when not said. */
  className?: string | undefined;
};

/** A picture of a product; a plain ground where there is none or it can't be reached. */
export function ProductPicture({ url, alt = '', className = styles.small }: ProductPictureProps) {
  const [failed, setFailed] = useState<string | null>(null);
  if (!url || failed === url)
    return (
      <span className={cx(styles.picture, styles.ground, className)} {...(alt !== '' && { role: 'img', 'aria-label': alt })}>
        <Icon name="image" />
      </span>
    );
  return <img className={cx(styles.picture, className)} src={url} alt={alt} loading="lazy" decoding="async" onError={() => setFailed(url)} />;
}
