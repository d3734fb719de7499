// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of the grid take no focus, the controls in them do
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { type PlannedChange, toldBefore } from '@backdesk/ordering/checkout/told-before.ts';
import type { Conflict, Rejection } from '@backdesk/ordering/editing/editor-state.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { priceSource } from '@backdesk/ordering/lines/price-source.ts';
import { QuantityList } from '@backdesk/ordering/lines/quantity-list.tsx';
import { LineVisitor } from '@backdesk/ordering/live/line-visitor.tsx';
import { ConflictChoice } from '@backdesk/ordering/unsent/conflict-choice.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { memo, useRef, useState } from 'react';
import { BoundsRow } from './bounds-row.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { useDraft } from './draft-context.tsx';
import { ExplainedPrice } from './explained-price.tsx';
import { FigureCell } from './figure-cell.tsx';
import styles from './line-grid.module.css';
import { LineMenu } from './line-menu.tsx';
import { LineSays } from './line-says.tsx';
import { NameCell } from './name-cell.tsx';
import { NotesRow } from './notes-row.tsx';
import { OptionalMark } from './optional-mark.tsx';
import { useLineCost } from './order-margin.tsx';
import { PartsFold } from './parts-fold.tsx';
import { discountFrom, discountText, readDiscount, readQuantity, readUnitPrice } from './read-figures.ts';
import { ReasonRow } from './reason-row.tsx';
import { t } from './texts.ts';
import type { Fold } from './use-folded-parts.ts';
import type { LineActions, RowPart } from './use-line-actions.ts';

export type LineRowProps = {
  line: OrderLine;
  /** Its place among all lines, and the number it is called by. */
  index: number;
  at: string;
  /** Which part is open under the line. */
  open: RowPart | null;
  actions: LineActions;
  conflict: Conflict | undefined;
  rejection: Rejection | undefined;
  /** Of a bundle: how many parts stand below it, and whether they are folded away. */
  fold: Fold | undefined;
  /** Whether it is what was looked for. */
  isFound: boolean;
  /** Takes note of how high the row is. */
  measure: ((row: HTMLElement | null) => void) | undefined;
};

/** One line of the grid. Drawn again only when its line, its place or what is open under it changes. */
export const LineRow = memo(function LineRow({ line, index, at, open, actions, conflict, rejection, fold, isFound, measure }: LineRowProps) {
  const format = useFormat();
  const { editor, by, company, canEdit, canOverride } = useDraft();
  /** Which steps another quantity, or none, would ask for again: said while the field or the line's number has the focus. */
  const [told, setTold] = useState('');
  const [problem, showProblem] = useState<string | null>(null);
  /** What was set by hand when the field of the price got the focus: what Escape gives back. */
  const overrideBefore = useRef(line.override);
  const { currency } = line.amount;
  const source = priceSource(line, format.number);
  const isPart = line.partId !== null;
  const isSummed = line.kind === 'bundle' && line.typedUnitPrice !== null;
  const isTyped = line.typedUnitPrice !== null && !isPart && !isSummed;
  const isChild = line.parentLineId !== null;
  const isLeftOut = line.optional && !line.chosen;
  const figures = shownFigures(line);
  // A part that the bundle has the price of says no figure of its own.
  const isFree = isPart && line.typedUnitPrice !== null;
  const amount = isFree ? '' : format.money(figures.total, { show: 'plain' });
  const price = figures.unitPrice === null || isFree ? '' : format.unitPrice(figures.unitPrice, currency, { show: 'plain' });
  // What a part costs is its bundle's to say, and what a bundle of priced parts costs is theirs.
  const hasOwnPrice = !isPart && !isSummed;
  const canPrice = canEdit && hasOwnPrice && (isTyped || canOverride);

  function setProblem(message: string | null) {
    showProblem(message);
    actions.keepInPage(line.id, message !== null);
  }

  function setQuantity(value: string | null, isTyping = true) {
    const quantity = Number(value);
    // 0 is only acted on by Enter: it may be a slip, or the start of something else.
    if (value !== null && quantity === 0) return setTold(t.zeroRemoves());
    if (quantity >= 1) editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { quantity }, by }, { isTyping });
  }

  function tell(...changes: readonly PlannedChange[]) {
    setTold(canEdit ? (changes.map((change) => toldBefore(editor.getState().shown, change)).find((said) => said !== '') ?? '') : '');
  }

  /** From the line's number it can be removed or duplicated. */
  function tellAbout(isAbout: boolean) {
    if (isAbout) tell({ kind: 'remove', lineId: line.id }, { kind: 'add', ships: line.ships, weightGrams: line.weightGrams });
    else tell();
  }

  const tellPrice = (isFocused: boolean) => (isFocused ? tell({ kind: 'price', lineId: line.id }) : tell());

  function aboutUnit(isFocused: boolean) {
    if (isFocused) overrideBefore.current = line.override;
    tellPrice(isFocused);
  }

  function revertUnit(value: string | null) {
    if (isTyped) return setUnit(value, false);
    const before = overrideBefore.current;
    const override = before === null ? null : { unitPrice: before.unitPrice, reason: before.reason };
    editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { override }, by });
  }

  function setUnit(value: string | null, isTyping = true) {
    if (isTyped) {
      if (value !== null) editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { unitPrice: value }, by }, { isTyping });
      return;
    }
    const catalog = line.override === null ? line.unitPrice : null;
    const override = value === null || (line.override === null && value === catalog) ? null : { unitPrice: value, reason: line.override?.reason ?? '' };
    // The reason is asked next and belongs to the same change, so this one waits for it a little.
    editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { override }, by }, override?.reason === '' ? { restMs: 4000 } : { isTyping });
  }

  function setDiscount(value: string | null, isTyping = true) {
    editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { discount: discountFrom(value, currency) }, by }, { isTyping });
  }

  const cost = useLineCost(line.id, currency);
  const says = <LineSays line={line} at={at} problem={problem} rejection={rejection} />;
  return (
    <div
      ref={measure}
      role="rowgroup"
      className={cx(styles.block, isPart && styles.part, open !== null && styles.current, isLeftOut && styles.leftOut, isFound && styles.found)}
      data-line={line.id}
      data-below={isChild ? '' : undefined}
      data-index={index}
    >
      <div role="row" aria-rowindex={index + 2} className={cx(styles.row, isChild && styles.child)}>
        <LineVisitor company={company} lineId={line.id} />
        <span role="gridcell" className={styles.at}>
          <LineMenu line={line} at={at} actions={actions} onAbout={tellAbout} />
        </span>
        <span role="gridcell" className={styles.sku}>
          {line.kind === 'custom' ? <Tag>{t.custom()}</Tag> : <span dir="auto">{line.sku}</span>}
        </span>
        <span role="gridcell" className={styles.item}>
          {line.kind === 'custom' && canEdit ? (
            <NameCell line={line} label={t.lineName(at)} />
          ) : (
            <span className={styles.name} dir="auto">
              {lineTitle(line)}
            </span>
          )}
          {line.optional && !isChild && <OptionalMark line={line} at={at} />}
          {fold !== undefined && <PartsFold fold={fold} at={at} onFold={() => actions.fold(line.id)} />}
          {says}
          {told !== '' && (
            <span className={styles.sub} role="status">
              {told}
            </span>
          )}
        </span>
        <span role="gridcell" className={styles.quantity}>
          <FigureCell
            cell="quantity"
            label={t.lineQuantity(at)}
            shown={format.number(line.quantity)}
            text={String(line.quantity)}
            read={(text) => readQuantity(text, format.locale)}
            onValue={setQuantity}
            onRevert={(value) => setQuantity(value, false)}
            onProblem={setProblem}
            onCommit={() => editor.flush()}
            onFocus={(isFocused) => (isFocused ? tell({ kind: 'quantity', lineId: line.id, quantity: line.quantity + 1 }) : tell())}
            isEdge
            isInvalid={problem !== null || line.blockers.some((blocker) => blocker.pointer?.endsWith('/quantity'))}
            readOnly={!canEdit || isChild}
          />
          {canEdit && !isChild && <QuantityList line={line} linesNow={() => editor.getState().shown.lines} isInGrid />}
        </span>
        <span role="gridcell" className={styles.unit}>
          <FigureCell
            cell="unit"
            label={t.lineUnit(at)}
            shown={isFree ? '' : price === '' ? '—' : price}
            text={price}
            read={(text) => readUnitPrice(text === '—' ? '' : text, format.locale, line.kind === 'credit')}
            onValue={setUnit}
            onRevert={revertUnit}
            onProblem={setProblem}
            onCommit={() => isTyped && editor.flush()}
            onFocus={aboutUnit}
            readOnly={!canPrice}
            isQuiet={line.override === null}
          />
        </span>
        <span role="gridcell" className={styles.from}>
          <button
            type="button"
            className={styles.fromButton}
            data-cell="from"
            aria-expanded={open === 'explain'}
            onClick={() => actions.toggle(line.id, 'explain')}
          >
            <span className={styles.fromText}>
              <span className="vh">{t.lineFrom(at)}</span>
              <span className={source.isByHand ? styles.byHand : undefined}>{source.text}</span>
            </span>
            <Icon name="chevron-down" />
          </button>
        </span>
        <span role="gridcell" className={styles.discount}>
          <FigureCell
            cell="discount"
            label={t.lineDiscount(at)}
            shown={
              line.discount === null
                ? hasOwnPrice
                  ? '—'
                  : ''
                : line.discount.kind === 'percentage'
                  ? format.percent(line.discount.ppm)
                  : format.money(line.discount.amount, { show: 'plain' })
            }
            text={discountText(line.discount, format.percent)}
            read={(text) => readDiscount(text, format.locale, currency)}
            onValue={setDiscount}
            onRevert={(value) => setDiscount(value, false)}
            onProblem={setProblem}
            onCommit={() => editor.flush()}
            onFocus={tellPrice}
            readOnly={!canEdit || !hasOwnPrice}
            isQuiet={line.discount === null}
          />
        </span>
        <span role="gridcell" className={styles.total}>
          {isLeftOut && !isFree ? (
            <>
              <span aria-hidden="true">({amount})</span>
              <span className="vh">{t.optionalAmount(amount)}</span>
            </>
          ) : (
            amount
          )}
        </span>
      </div>
      {conflict !== undefined && (
        <div role="row">
          <div role="gridcell" className={styles.under}>
            <ConflictChoice conflict={conflict} ways={editor} />
          </div>
        </div>
      )}
      {open !== null && (
        <div role="row">
          <div
            role="gridcell"
            className={styles.under}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              actions.close(line.id, open);
            }}
          >
            {open === 'explain' && (
              <ExplainedPrice
                line={line}
                at={at}
                cost={cost}
                onSetPrice={canPrice && !isTyped ? () => actions.focusCell(line.id, 'unit') : undefined}
                onGiveBack={canPrice ? () => actions.giveBack(line.id) : undefined}
              />
            )}
            {open === 'reason' && <ReasonRow line={line} onDone={(goOn) => actions.closeReason(line.id, goOn)} />}
            {open === 'bounds' && <BoundsRow line={line} at={at} onDone={() => actions.close(line.id, 'bounds')} />}
            {open === 'choice' && <ChoiceRow line={line} at={at} onDone={() => actions.close(line.id, 'choice')} />}
            {open === 'notes' && <NotesRow line={line} at={at} onDone={() => actions.close(line.id, 'notes')} />}
          </div>
        </div>
      )}
    </div>
  );
});
