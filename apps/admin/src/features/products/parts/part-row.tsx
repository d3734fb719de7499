import { LinePicture } from '@backdesk/ordering/lines/line-picture.tsx';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import type { KeyboardEvent } from 'react';
import { DragHandle } from '../../../components/drag-handle/drag-handle.tsx';
import { perPiece } from '../per-piece.ts';
import styles from './parts.module.css';
import { isWrong, type PartDraft } from './parts-draft.ts';
import { t } from './texts.ts';

type PartRowProps = {
  part: PartDraft;
  currency: string;
  isChecked: boolean;
  error: string | undefined;
  onQuantity: (quantity: number | null) => void;
  /** Moves it by key. */
  onKeyDown: (event: KeyboardEvent) => void;
  onRemove: () => void;
};

/** One part: how many are in one bundle, where it stands, and what is against it. */
export function PartRow({ part, currency, isChecked, error, onQuantity, onKeyDown, onRemove }: PartRowProps) {
  const name = lineTitle(part);
  const against = part.unavailable === null ? undefined : { deleted: t.deleted(), unpublished: t.hidden(), excluded: t.excluded() }[part.unavailable];

  return (
    <li className={styles.row} data-line={part.id} onKeyDownCapture={onKeyDown}>
      <DragHandle label={t.place(name)} />
      <LinePicture url={part.imageUrl} size={40} />
      <span className={styles.what}>
        <bdi className="medium">{name}</bdi>
        <PartFacts part={part} currency={currency} />
        {against !== undefined && <span className={styles.against}>{against}</span>}
      </span>
      <NumberField
        className={styles.quantity}
        label={t.quantityOf(name)}
        hideLabel
        value={part.quantity}
        min={1}
        max={10_000}
        unreadable={t.unreadable()}
        error={error ?? (isWrong(part) && (isChecked || part.quantity !== null) ? t.unreadable() : undefined)}
        onChange={onQuantity}
      />
      <Button variant="quiet" icon="trash" danger onClick={onRemove}>
        <span className="vh">{t.remove(name)}</span>
      </Button>
    </li>
  );
}

/** SKU, what it costs sold alone, and how many are there. */
function PartFacts({ part, currency }: { part: PartDraft; currency: string }) {
  const format = useFormat();
  const first = part.priceTable?.breaks[0];
  const price = first === undefined ? t.noPrice() : t.priceEach(format.unitPrice(perPiece(first.extendedPrice, first.quantity), currency));
  const { stock } = part;
  const there = stock === null || part.unavailable === 'unpublished' ? '' : stock.tracked ? t.inStock(format.number(stock.available)) : t.notTracked();
  return (
    <span className={styles.sub}>
      <bdi>{part.sku}</bdi>
      {[price, there].filter(Boolean).map((text) => ` · ${text}`)}
    </span>
  );
}
