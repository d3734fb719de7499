import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { useWayKeys } from '@backdesk/ui/data/use-way-keys.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CustomerAtCheckout } from '../../components/customer-at-checkout/customer-at-checkout.tsx';
import { ConvertDialog } from '../../components/order-head/convert-dialog.tsx';
import { OrderHead } from '../../components/order-head/order-head.tsx';
import { t as head } from '../../components/order-head/texts.ts';
import { useCheckoutGuard } from '../../lib/checkout-guard.ts';
import { useCompany } from '../../lib/live.ts';
import { useOrderEditor } from '../../lib/order-editors.ts';
import { useMay, useSession } from '../../lib/session.tsx';
import { AddProduct, type AddProductHandle } from './add-product.tsx';
import { CustomLineRow } from './custom-line-row.tsx';
import { CustomerStrip } from './customer-strip.tsx';
import { DraftProvider } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { DraftRail, type Ways } from './draft-rail.tsx';
import { LineGrid, type LineGridHandle } from './line-grid.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderMarginProvider } from './order-margin.tsx';
import { OrderMessages } from './order-messages.tsx';
import { OrderNotes } from './order-notes.tsx';
import { OrderNotices } from './order-notices.tsx';
import { OrderStockProvider } from './order-stock.tsx';
import { OrderTerms } from './order-terms.tsx';
import { ProductPanel } from './product-panel.tsx';
import { SaveCartDialog } from './save-cart-dialog.tsx';
import { t } from './texts.ts';
import { useDraftStraightOn } from './use-draft-straight-on.ts';
import { useProductPages } from './use-product-pages.ts';
import { useUndoKey } from './use-undo-key.ts';

/** With the tables of countries and regions, which a draft is shown without; fetched behind it, so that it opens at once and offline too. */
const shippingBilling = () => import('./shipping-billing-panel.tsx');
const ShippingBillingPanel = lazy(() => shippingBilling().then(({ ShippingBillingPanel: panel }) => ({ default: panel })));

/** A draft, estimate or saved cart: everything that can be done to it before it is an order. */
export function DraftPage({ orderId }: { orderId: string }) {
  const found = useOrderEditor(orderId);
  if (found === null) return <SkeletonPage label={t.loading()} />;
  return <Draft editor={found.editor} state={found.state} />;
}

/** The same without the right to change it, while that asks first. */
function toRead(state: EditorState): EditorState {
  const { shown } = state;
  return { ...state, shown: { ...shown, abilities: { ...shown.abilities, edit: false, overridePrice: false } } };
}

type Asked = 'convert' | 'cart' | 'shipping' | 'custom' | null;

function Draft({ editor, state: known }: { editor: OrderEditor; state: EditorState }) {
  const company = useCompany(known.shown.id);
  const guard = useCheckoutGuard(company);
  const state = useMemo(() => (guard.isHeld ? toRead(known) : known), [known, guard.isHeld]);
  const order = state.shown;
  useEffect(() => void shippingBilling().catch(() => undefined), []);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { staff } = useSession();
  const mayOverride = useMay('price:override');
  const [asked, setAsked] = useState<Asked>(null);
  const [isAllEntered, setAllEntered] = useState(true);
  const pages = useProductPages();
  const { chosen, open: openPage } = pages;
  const add = useRef<AddProductHandle>(null);
  const grid = useRef<LineGridHandle>(null);
  const { edit, overridePrice } = order.abilities;
  const tools = useMemo(
    () => ({
      editor,
      company,
      by: staff.name,
      canEdit: edit,
      canOverride: mayOverride && overridePrice,
      openLine: ({ id, productId, variantId }: OrderLine) => {
        if (productId !== null && variantId !== null) openPage({ productId, variantId, quantity: null, lineId: id });
      },
    }),
    [editor, company, staff.name, edit, mayOverride, overridePrice, openPage],
  );
  useUndoKey(editor, edit);
  const goToAdd = useCallback(() => add.current?.focus(), []);
  const opensEmpty = useRef(order.lines.length === 0);
  useEffect(() => {
    // A draft just started: the next thing anybody does is type a product.
    if (opensEmpty.current) goToAdd();
  }, [goToAdd]);
  const close = useCallback(() => setAsked(null), []);
  // Its saving may end after something else was asked for: that stays open.
  const closeShipping = () => setAsked((now) => (now === 'shipping' ? null : now));

  // What is typed in an open panel is settled there first.
  const straightOn = useDraftStraightOn(editor, { add, goToLine: (lineId) => grid.current?.goToLine(lineId), isHeld: asked !== null });
  const toStep = (step: string) => void navigate({ to: '/orders/$orderId/checkout/$step', params: { orderId: order.id, step } });
  const ways: Ways = {
    goOn: () => toStep('shipping'),
    straightOn,
    convert: () => {
      setAsked('convert');
      void add.current?.allDecided().then((isAll) => setAllEntered(isAll));
    },
    edit: () => setAsked(asked === 'shipping' ? null : 'shipping'),
    saveCart: () => setAsked('cart'),
    done: () => {
      editor.flush();
      void editor.settled().then(() => queryClient.invalidateQueries({ queryKey: ['orders'] }));
      void navigate({ to: '/orders/drafts' });
    },
    goToLine: (lineId) => grid.current?.goToLine(lineId),
    goToStep: toStep,
    goToAdd,
  };
  useWayKeys((way) => {
    if (!edit) return;
    if (way === 'next') ways.goOn();
    else if (order.customer !== null) straightOn.go();
  });

  return (
    <DraftProvider value={tools}>
      <OrderMarginProvider order={order} saved={known.confirmed}>
        <div className={styles.draft}>
          <div className={styles.main}>
            <OrderHead editor={editor} state={state} />
            <CustomerStrip order={order} />
            <CustomerAtCheckout guard={guard} />
            <OrderNotices state={known} />
            {asked === 'shipping' && (
              <Suspense fallback={null}>
                <ShippingBillingPanel key={order.customer?.id} order={order} onClose={closeShipping} />
              </Suspense>
            )}
            <OrderStockProvider order={order} saved={known.confirmed}>
              <LineGrid ref={grid} state={state} goToAdd={goToAdd} />
            </OrderStockProvider>
            {asked === 'custom' && (
              <CustomLineRow
                currency={order.currency}
                onDone={() => {
                  close();
                  goToAdd();
                }}
              />
            )}
            {edit && (
              <AddProduct ref={add} order={order} openPage={openPage} onCustomLine={() => setAsked('custom')} onSection={() => grid.current?.addSection()} />
            )}
            <OrderTerms order={order} />
            <OrderNotes order={order} />
            <OrderMessages order={order} />
            <OrderHistory state={state} />
          </div>
          <DraftRail order={order} ways={ways} />
        </div>
      </OrderMarginProvider>
      {chosen !== null && (
        <ProductPanel
          key={pages.key}
          chosen={chosen}
          order={order}
          title={head.title(order)}
          onClose={() => {
            pages.close();
            if (!pages.isLast) return;
            if (chosen.lineId === undefined) goToAdd();
            else ways.goToLine(chosen.lineId);
          }}
        />
      )}
      {asked === 'convert' && (
        <ConvertDialog
          editor={editor}
          state={state}
          onClose={close}
          onDone={() => {
            close();
            window.scrollTo({ top: 0 });
          }}
          lead={!isAllEntered && <InlineNotice tone="warn">{t.notAllEntered()}</InlineNotice>}
        />
      )}
      {asked === 'cart' && (
        <SaveCartDialog
          order={order}
          onClose={close}
          onDone={() => {
            close();
            void queryClient.invalidateQueries({ queryKey: ['orders'] });
            toast.show({ message: t.cartSaved() });
          }}
        />
      )}
    </DraftProvider>
  );
}
