import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import type { ReactNode } from 'react';
import type { BreakJson } from './break-fields.tsx';
import { perPiece } from './per-piece.ts';
import styles from './product-page.module.css';
import { t } from './texts.ts';

type BreaksProps = { breaks: readonly BreakJson[]; currency: string /** Said above them, and below. */; before?: ReactNode; after?: ReactNode };

/** Price breaks to be read: what a piece costs from each quantity on. */
export function Breaks({ breaks, currency, before, after }: BreaksProps) {
  const format = useFormat();
  const price = ({ extendedPrice, quantity }: BreakJson) => format.unitPrice(perPiece(extendedPrice, quantity), currency, { show: 'plain' });
  return (
    <span className={styles.breaks}>
      {before}
      {breaks.map((step) => (
        <span key={step.quantity}>{t.each(format.number(step.quantity), price(step))}</span>
      ))}
      {after}
    </span>
  );
}
