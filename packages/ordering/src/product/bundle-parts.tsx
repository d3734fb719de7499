import type { LinePartJson } from '@backdesk/contract/catalog/parts.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { LinePicture } from '../lines/line-picture.tsx';
import { lineTitle } from '../lines/line-title.ts';
import styles from './bundle-parts.module.css';
import { t } from './texts.ts';

/** What one bundle holds, and how many that is of each for the quantity typed. Nothing for what is no bundle. */
export function BundleParts({ parts, quantity }: { parts: readonly LinePartJson[]; quantity: number }) {
  const format = useFormat();
  if (parts.length === 0) return null;
  return (
    <section className={styles.parts} aria-label={t.madeOf()}>
      <h4>{t.madeOf()}</h4>
      <ul>
        {parts.map((part) => (
          <li key={part.id}>
            <LinePicture url={part.imageUrl} size={32} />
            <span>
              <span className="num">{t.partEach(format.number(part.quantity))}</span> <bdi>{lineTitle(part)}</bdi>
            </span>
            {quantity > 1 && <span className="small soft">{t.partsAll(format.number(part.quantity * quantity))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
