import type { Order, OrderLine, RefusalJson } from '@backdesk/contract/order/schema.ts';
import type { SiteLine } from '@backdesk/contract/site/schema.ts';
import { partLineIds, shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { LineAnswers } from '@backdesk/ordering/lines/line-answers.tsx';
import { LinePicture } from '@backdesk/ordering/lines/line-picture.tsx';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { Link } from '@tanstack/react-router';
import styles from './cart-lines.module.css';
import { t } from './texts.ts';
import type { QuantityConflict } from './use-quantities.ts';

export type LineWays = {
  /** null while nothing can be read as a number. */
  onQuantity: (lineId: string, quantity: number | null) => void;
  /** What was typed is to be kept now. */
  onDone: () => void;
  onChoose: (lineId: string, chosen: boolean) => void;
  onRemove: (line: SiteLine) => void;
  /** Of two quantities ours is kept, or the store's taken. */
  onSettle?: (lineId: string, way: 'keep' | 'take') => void;
};

type Props = {
  lines: readonly SiteLine[];
  /** The same priced as it is typed. */
  shown: Order;
  typed: Readonly<Record<string, number | null>>;
  refused: Readonly<Record<string, readonly RefusalJson[]>>;
  conflicts?: Readonly<Record<string, QuantityConflict>>;
  /** Lines that somebody of the store is in. */
  storeLines?: ReadonlySet<string>;
  /** Without them the lines are only to be read. */
  ways?: LineWays;
};

/** The lines of a cart: what stands against one is said at it, and what staff priced is kept or removed. */
export function CartLines({ lines, shown, typed, refused, conflicts = {}, storeLines, ways }: Props) {
  const priced = new Map(shown.lines.map((line) => [line.id, line]));
  const parts = partLineIds(shown.lines);
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <CartLine
          key={line.id}
          line={line}
          priced={priced.get(line.id)}
          isPart={parts.has(line.id)}
          typed={typed[line.id]}
          refused={refused[line.id] ?? []}
          conflict={conflicts[line.id]}
          isStoreHere={storeLines?.has(line.id) === true}
          ways={ways}
        />
      ))}
    </ul>
  );
}

type LineProps = {
  line: SiteLine;
  priced: OrderLine | undefined;
  /** Of a bundle: what it comes to is in the sum of the bundle above it. */
  isPart: boolean;
  typed: number | null | undefined;
  refused: readonly RefusalJson[];
  conflict: QuantityConflict | undefined;
  isStoreHere: boolean;
  ways: LineWays | undefined;
};

function CartLine({ line, priced, isPart, typed, refused, conflict, isStoreHere, ways }: LineProps) {
  const format = useFormat();
  const title = lineTitle(line);
  const isChild = line.parentLineId !== null;
  const isLeft = line.optional && !line.chosen;
  const { unitPrice, total } = shownFigures(priced ?? line);
  const isFree = isPart && total.amount === 0;
  const { quantityBounds: bounds } = line;
  const isCounted = line.mayChange || (bounds !== null && !isChild);
  const against = refused.length > 0 ? refused : (priced?.blockers ?? line.blockers);
  const quantity = typed === undefined ? line.quantity : typed;
  return (
    <li className={cx(styles.line, isChild && styles.child)} data-line={line.id}>
      {!isChild && <LinePicture url={line.imageUrl} size={56} />}
      <div className={styles.what}>
        {line.productCode !== '' && ways !== undefined ? (
          <Link to="/products/$code" params={{ code: line.productCode }}>
            <span dir="auto">{title}</span>
          </Link>
        ) : (
          <span className={styles.title} dir="auto">
            {title}
          </span>
        )}
        <span className="small soft">
          {[line.sku, unitPrice === null || isFree ? '' : t.each(format.unitPrice(unitPrice, shownCurrency(line)))].filter(Boolean).join(' · ')}
        </span>
        <LineAnswers answers={line.answers} className="small soft" />
        {line.noteCustomer !== '' && (
          <span className="small soft" dir="auto">
            {t.note(line.noteCustomer)}
          </span>
        )}
        {!line.mayChange && !isChild && ways !== undefined && (
          <span className="small muted">{bounds === null ? t.agreed() : t.agreedWithin(format.number(bounds.minimum), format.number(bounds.maximum))}</span>
        )}
        {against.map((refusal) => (
          <span key={`${refusal.code}${refusal.pointer ?? ''}`} className={styles.says} role={refused.length > 0 ? 'alert' : undefined}>
            {refusalText(refusal, format.number)}
          </span>
        ))}
        {isStoreHere && <span className="small soft">{t.storeHere()}</span>}
        {conflict !== undefined && ways !== undefined && (
          <span className={styles.says} role="alert">
            {t.conflict(conflict.by, format.number(conflict.theirs), format.time(conflict.at))}{' '}
            <Button variant="link" size="small" onClick={() => ways.onSettle?.(line.id, 'keep')}>
              {t.keepMine(format.number(quantity ?? line.quantity))}
            </Button>{' '}
            <Button variant="link" size="small" onClick={() => ways.onSettle?.(line.id, 'take')}>
              {t.takeTheirs(format.number(conflict.theirs))}
            </Button>
          </span>
        )}
        {line.optional && ways !== undefined && (
          <Checkbox label={t.optionalLine()} checked={line.chosen} onChange={(event) => ways.onChoose(line.id, event.currentTarget.checked)} />
        )}
        {!isChild && ways !== undefined && (
          <Button variant="link" size="small" className={styles.remove} aria-label={t.removeOf(title)} onClick={() => ways.onRemove(line)}>
            {t.remove()}
          </Button>
        )}
      </div>
      <div className={styles.figure}>
        {isCounted && ways !== undefined ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: leaving the field keeps what was typed
          <div onBlur={ways.onDone}>
            <NumberField
              label={t.quantityOf(title)}
              hideLabel
              value={quantity}
              onChange={(next) => ways.onQuantity(line.id, next)}
              min={line.mayChange ? 1 : (bounds?.minimum ?? 1)}
              max={line.mayChange ? 9_999_999 : (bounds?.maximum ?? 9_999_999)}
              step={line.quantityRule.increment || 1}
              buttons={{ less: t.less(), more: t.more() }}
              unreadable={t.unreadable()}
              onEnter={ways.onDone}
            />
          </div>
        ) : (
          <p className={styles.fixed}>{format.number(line.quantity)} ×</p>
        )}
      </div>
      <p className={cx(styles.sum, isLeft && styles.left)}>{!isPart && (isLeft ? `(${format.money(total)})` : format.money(total))}</p>
    </li>
  );
}

const shownCurrency = (line: SiteLine) => line.amount.currency;
