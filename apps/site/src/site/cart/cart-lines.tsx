import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { SiteLine } from '@backdesk/contract/site/schema.ts';
import { partLineIds, shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { LineAnswers } from '@backdesk/ordering/lines/line-answers.tsx';
import { LinePicture } from '@backdesk/ordering/lines/line-picture.tsx';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { MakeIt } from '@backdesk/ordering/lines/make-it.tsx';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { QuantityList } from '@backdesk/ordering/lines/quantity-list.tsx';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { soldIn } from '@backdesk/ordering/lines/sold-in.ts';
import { isOfQuantity, soldNear, soldNearRejected } from '@backdesk/ordering/lines/sold-near.ts';
import { ConflictChoice } from '@backdesk/ordering/unsent/conflict-choice.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { Link } from '@tanstack/react-router';
import styles from './cart-lines.module.css';
import { t } from './texts.ts';
import { type LineEditing, MOST } from './use-line-editing.ts';

type Props = {
  lines: readonly SiteLine[];
  /** What is typed and done in them. Without it the lines are only to be read. */
  editing?: LineEditing;
  /** Lines that somebody of the store is in. */
  storeLines?: ReadonlySet<string>;
};

/** The lines of a cart: what stands against one is said at it, and what staff priced is kept or removed. */
export function CartLines({ lines, editing, storeLines }: Props) {
  const known = new Map(lines.map((line) => [line.id, line]));
  const priced = new Map(editing?.shown.lines.map((line) => [line.id, line]));
  const parts = partLineIds(lines);
  const shown = editing === undefined ? lines : editing.shown.lines.flatMap(({ id }) => known.get(id) ?? []);
  return (
    <ul className={cx(styles.lines, editing === undefined && styles.read)}>
      {shown.map((line) => (
        <CartLine
          key={line.id}
          line={line}
          priced={priced.get(line.id)}
          isPart={parts.has(line.id)}
          isStoreHere={storeLines?.has(line.id) === true}
          editing={editing}
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
  isStoreHere: boolean;
  editing: LineEditing | undefined;
};

function CartLine({ line, priced, isPart, isStoreHere, editing }: LineProps) {
  const format = useFormat();
  const title = lineTitle(line);
  const isChild = line.parentLineId !== null;
  const now = priced ?? line;
  const isLeft = line.optional && !now.chosen;
  const { unitPrice, total } = shownFigures(now);
  const isFree = isPart && total.amount === 0;
  const { quantityBounds: bounds } = line;
  const [least, most] = [line.mayChange ? 1 : (bounds?.minimum ?? 1), line.mayChange ? MOST : (bounds?.maximum ?? MOST)];
  const within = { minimum: least, maximum: most };
  const isCounted = line.mayChange || (bounds !== null && !isChild);
  const { rejection, conflict, quantity } = editing?.of(line.id) ?? { rejection: undefined, conflict: undefined, quantity: line.quantity };
  const makeIt = (quantities: readonly number[]) =>
    isCounted &&
    editing !== undefined &&
    quantities.filter((each) => each >= least && each <= most).map((each) => <MakeIt key={each} quantity={each} onTake={() => editing.take(line.id, each)} />);
  return (
    <li className={cx(styles.line, isChild && styles.child, isPart && styles.part)} data-line={line.id}>
      {!isChild && <LinePicture url={line.imageUrl} size={56} />}
      <div className={styles.what}>
        {line.productCode !== '' && editing !== undefined ? (
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
        {!line.mayChange && !isChild && editing !== undefined && (
          <span className="small muted">{bounds === null ? t.agreed() : t.agreedWithin(format.number(bounds.minimum), format.number(bounds.maximum))}</span>
        )}
        {rejection !== undefined ? (
          <span className={styles.says} role="alert">
            {problemText(rejection.problem, format.number)}
            {priced !== undefined && makeIt(soldNearRejected(rejection, priced))}
          </span>
        ) : (
          now.blockers.map((refusal) => (
            <span key={`${refusal.code}${refusal.pointer ?? ''}`} className={styles.says}>
              {refusalText(refusal, format.number)}
              {priced !== undefined && isOfQuantity(refusal) && makeIt(soldNear(priced, [refusal]))}
            </span>
          ))
        )}
        {isStoreHere && <span className="small soft">{t.storeHere()}</span>}
        {conflict !== undefined && editing !== undefined && <ConflictChoice conflict={conflict} ways={editing.editor} />}
        {line.optional && editing !== undefined && (
          <Checkbox label={t.optionalLine()} checked={now.chosen} onChange={(event) => editing.choose(line.id, event.currentTarget.checked)} />
        )}
        {!isChild && editing !== undefined && (
          <Button
            variant="link"
            size="small"
            className={styles.remove}
            data-remove=""
            aria-label={t.removeOf(title)}
            onClick={({ currentTarget }) => {
              focusNext(currentTarget);
              editing.remove(line);
            }}
          >
            {t.remove()}
          </Button>
        )}
      </div>
      <div className={styles.figure}>
        {isCounted && editing !== undefined ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: leaving the field keeps what was typed
          <div onBlur={() => editing.done(line.id)}>
            <NumberField
              label={t.quantityOf(title)}
              hideLabel
              value={quantity}
              onChange={(next) => editing.type(line.id, next, { least, most })}
              min={least}
              max={most}
              error={quantity !== null && (quantity < least || quantity > most) ? t.fromTo(format.number(least), format.number(most)) : undefined}
              step={line.quantityRule.increment || 1}
              stops={priced === undefined ? [] : soldIn(priced, editing.shown.lines, within).map(({ quantity: stop }) => stop)}
              list={priced !== undefined && <QuantityList line={priced} linesNow={() => editing.shown.lines} within={within} />}
              buttons={{ less: t.less(), more: t.more() }}
              unreadable={t.unreadable()}
              onUnreadable={() => editing.type(line.id, null, { least, most })}
              onEnter={() => editing.done(line.id)}
            />
          </div>
        ) : (
          <p className={styles.fixed}>{format.number(now.quantity)} ×</p>
        )}
      </div>
      <p className={cx(styles.sum, isLeft && styles.left)}>{!isPart && (isLeft ? `(${format.money(total)})` : format.money(total))}</p>
    </li>
  );
}

/** The line goes with what has the focus: who goes on by keyboard is at the next one then, else at the one before, else where the page begins. */
function focusNext(button: HTMLElement): void {
  const line = button.closest('li');
  const others = [...(line?.parentElement?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])];
  const at = others.indexOf(button);
  (others[at + 1] ?? others[at - 1] ?? document.getElementById('content'))?.focus();
}

const shownCurrency = (line: SiteLine) => line.amount.currency;
