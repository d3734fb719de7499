import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useState } from 'react';
import styles from './line-picture.module.css';

/** A small picture of what is sold; the words beside it name it. A picture that does not load leaves a quiet ground. */
export function LinePicture({ url, size }: { url: string | null; size: number }) {
  const [isBroken, setBroken] = useState(false);
  return (
    <span className={styles.picture} style={{ width: size, height: size }} aria-hidden="true">
      {url === null || isBroken ? (
        <Icon name="image" />
      ) : (
        <img src={url} alt="" width={size} height={size} loading="lazy" decoding="async" onError={() => setBroken(true)} />
      )}
    </span>
  );
}
