import type { Order } from '@backdesk/contract/order/order.ts';
import { TakeOffer } from '@backdesk/ordering/checkout/take-offer.tsx';
import { OrderTotals } from '@backdesk/ordering/summary/order-totals.tsx';
import { t as summary } from '@backdesk/ordering/summary/texts.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { commandKey } from '@backdesk/ui/text/command-key.ts';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import { useDraft } from './draft-context.tsx';
import { DraftDiscounts } from './draft-discounts.tsx';
import styles from './draft-page.module.css';
import { OpenList } from './open-list.tsx';
import { MarginTotal } from './order-margin.tsx';
import { t } from './texts.ts';
import type { useDraftStraightOn } from './use-draft-straight-on.ts';

export type Ways = {
  readonly goOn: () => void;
  readonly straightOn: ReturnType<typeof useDraftStraightOn>;
  readonly convert: () => void;
  readonly edit: () => void;
  readonly saveCart: () => void;
  readonly done: () => void;
  readonly goToLine: (lineId: string) => void;
  readonly goToStep: (step: string) => void;
  readonly goToAdd: () => void;
};

/** The totals and the ways on, always in view: a rail beside the lines, a bar below them on a phone. */
export function DraftRail({ order, ways }: { order: Order; ways: Ways }) {
  const format = useFormat();
  const { canEdit, editor } = useDraft();
  const { abilities } = order;
  const { straightOn } = ways;
  const hasStraightWay = order.customer !== null && order.lines.some(({ kind }) => kind !== 'section');
  const hasAddress = order.shipping.shipments.some((shipment) => shipment.address !== null);
  return (
    <aside className={styles.rail} aria-label={t.railLabel()}>
      <div className={styles.railIn}>
        <OrderTotals
          order={order}
          {...(canEdit && { codes: <DraftDiscounts order={order} /> })}
          {...(canEdit && { offerAction: <TakeOffer order={order} onTake={(op) => editor.dispatch(op)} /> })}
          onChooseShipping={
            order.lines.length === 0 || !canEdit
              ? undefined
              : { label: hasAddress ? t.chooseMethod() : t.enterAddress(), run: () => ways.goToStep(hasAddress ? 'shipping-method' : 'shipping') }
          }
        />
        <MarginTotal order={order} />
        <section className={styles.ways} aria-label={t.ways()}>
          <div className={styles.barTotal}>
            <span className="small soft">{t.barTotal(summary.plusOpen(order.totals.open))}</span>
            <b>{format.money(order.totals.total)}</b>
          </div>
          {canEdit && (
            <>
              <Button variant="primary" className={styles.go ?? ''} onClick={ways.goOn}>
                {t.go()} <Kbd className="hide-m">{`${commandKey} ↵`}</Kbd>
              </Button>
              {hasStraightWay && (
                <Button
                  variant="quiet"
                  size="small"
                  className={styles.straight ?? ''}
                  busy={straightOn.isBusy}
                  disabled={straightOn.isHeld}
                  aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
                  onClick={straightOn.go}
                >
                  {t.straightOn()} <Kbd className="hide-m">{`${commandKey} ⇧ ↵`}</Kbd>
                </Button>
              )}
              {straightOn.failed !== null && (
                <InlineNotice tone="bad" live="alert">
                  {straightOn.failed}
                </InlineNotice>
              )}
              <Button className={styles.convert ?? ''} onClick={ways.convert} disabled={!abilities.convert}>
                {t.estimate()}
              </Button>
              <div className={styles.two}>
                <Button className={styles.small ?? ''} onClick={ways.edit}>
                  {t.edit()}
                </Button>
                <Button className={styles.small ?? ''} onClick={ways.saveCart} disabled={!abilities.saveAsCart}>
                  {t.saveCart()}
                </Button>
              </div>
              <Button variant="quiet" className={styles.small ?? ''} onClick={ways.done}>
                {t.doneEditing()}
              </Button>
            </>
          )}
        </section>
        <OpenList order={order} goToLine={ways.goToLine} goToStep={ways.goToStep} goToAdd={ways.goToAdd} />
      </div>
    </aside>
  );
}
