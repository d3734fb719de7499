import type { PriceBreak } from '@backdesk/domain/pricing/types.ts';
import styles from './break-table.module.css';
import { curveOf } from './curve-of.ts';

const size = { width: 240, height: 56 };

/** How the price of a piece falls with the quantity, with the quantity of now on it. A picture of the table beside it, which says all. */
export function BreakCurve({ breaks, quantity }: { breaks: readonly PriceBreak[]; quantity: number }) {
  const curve = curveOf(breaks, quantity, size);
  if (curve === null) return null;
  return (
    <svg className={styles.curve} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" focusable="false">
      <path d={`${curve.line} V ${size.height} H 0 Z`} className={styles.under} />
      <path d={curve.line} className={styles.line} />
      {curve.now !== null && <circle cx={curve.now.x} cy={curve.now.y} r="4" className={styles.point} />}
    </svg>
  );
}
