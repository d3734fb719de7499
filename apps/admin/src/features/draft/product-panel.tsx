import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { toldBefore } from '@backdesk/ordering/checkout/told-before.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import type { ConfiguredLine } from '@backdesk/ordering/editing/order-op.ts';
import { configuredLine, previewLine, reachOf } from '@backdesk/ordering/editing/preview-line.ts';
import { matrixLayout } from '@backdesk/ordering/product/matrix-layout.ts';
import { type ProductChoice, ProductPage } from '@backdesk/ordering/product/product-page.tsx';
import { type MatrixChoice, VariantMatrix } from '@backdesk/ordering/product/variant-matrix.tsx';
import { VariantWays } from '@backdesk/ordering/product/variant-ways.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useDraft } from './draft-context.tsx';
import styles from './product-panel.module.css';
import { t } from './texts.ts';
import type { ChosenProduct } from './use-product-entry.ts';

/** The product page beside the draft: choose, type how many, and the line is there. */
export function ProductPanel({ chosen, order, title, onClose }: { chosen: ChosenProduct; order: Order; title: string; onClose: () => void }) {
  const { editor, by } = useDraft();
  const announce = useAnnounce();
  const format = useFormat();
  const [isMany, setMany] = useState(false);
  const line = order.lines.find(({ id }) => id === chosen.lineId);
  const customerId = order.customer?.id;
  const product = useQuery({
    queryKey: ['product', chosen.productId, customerId ?? null, order.id, order.discounts.map(({ id }) => id)],
    queryFn: ({ signal }) =>
      api.getProduct({ params: { id: chosen.productId }, query: { orderId: order.id, ...(customerId !== undefined && { customerId }) } }, { signal }),
  });

  function add(choice: ProductChoice) {
    if (product.data === undefined) return;
    const { variant, quantity, entered, note } = choice;
    const { id: productId, name, code: productCode, currency, configurationOptions } = product.data;
    const sold = { ...variant, productId, name, productCode, currency, configurationOptions };
    if (line !== undefined) return change(line, choice, configuredLine(sold, entered));
    const lineId = newId();
    const preview = { ...previewLine(sold, quantity, lineId, entered), noteCustomer: note };
    const request = {
      variantId: variant.id,
      quantity,
      configuration: { ...entered.configuration },
      lineId,
      ...(note !== '' && { noteCustomer: note, asNewLine: true }),
    };
    editor.dispatch({ kind: 'add_line', preview, asNewLine: note !== '', request, ...reachOf(product.data) });
    chosen.onAdded?.();
    onClose();
  }

  function addMany(choices: readonly MatrixChoice[]) {
    if (product.data === undefined) return;
    const { id: productId, name, code: productCode, currency, configurationOptions } = product.data;
    const reach = reachOf(product.data);
    const added = choices.map(({ variant, quantity, entered }) => {
      const lineId = newId();
      const preview = previewLine({ ...variant, productId, name, productCode, currency, configurationOptions }, quantity, lineId, entered);
      return { preview, ...reach, request: { variantId: variant.id, quantity, configuration: { ...entered.configuration }, lineId } };
    });
    editor.dispatch({ kind: 'add_lines', added });
    announce(t.added(format.number(choices.reduce((sum, { quantity }) => sum + quantity, 0)), name));
    chosen.onAdded?.();
    onClose();
  }

  function change(changed: OrderLine, { quantity, entered, note }: ProductChoice, configured: ConfiguredLine) {
    const patch = {
      configuration: entered.configuration,
      ...(quantity !== changed.quantity && changed.partId === null && { quantity }),
      ...(note !== changed.noteCustomer && { noteCustomer: note }),
    };
    editor.dispatch({ kind: 'change_line', lineId: changed.id, patch, by, configured });
    onClose();
  }

  // A line that is there already is of one variant.
  const layout = product.data === undefined || line !== undefined ? null : matrixLayout(product.data);
  return (
    <SidePanel title={t.productFor(title, order.company?.name ?? order.customer?.name ?? '')} closeLabel={t.close()} onClose={onClose} wide padded={false}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key for the choice above the product */}
      <div
        className={styles.panel}
        onKeyDown={(event) => {
          // By its place: on a Mac Alt and M type another letter.
          if (layout === null || !event.altKey || event.code !== 'KeyM') return;
          event.preventDefault();
          setMany((now) => !now);
        }}
      >
        {layout !== null && <VariantWays isMany={isMany} onChange={setMany} hint={<Kbd className="hide-m">Alt M</Kbd>} />}
        <div className={styles.content}>
          {product.data !== undefined && layout !== null && isMany && (
            <VariantMatrix
              key={`matrix-${product.data.id}`}
              product={product.data}
              layout={layout}
              variantId={chosen.variantId}
              present={order.lines.filter(({ productId }) => productId === chosen.productId)}
              addLabel={t.addToOrder()}
              onAdd={addMany}
            />
          )}
          {product.data !== undefined && !(layout !== null && isMany) && (
            <ProductPage
              key={product.data.id}
              product={product.data}
              variantId={chosen.variantId}
              quantity={line?.quantity ?? chosen.quantity ?? undefined}
              line={line}
              beside={order.lines.filter(({ productId }) => productId === chosen.productId)}
              addLabel={line === undefined ? t.addToOrder() : line.answers.length === 0 ? t.keepLine() : t.changeCustomization()}
              onAdd={add}
              saidBefore={({ ships, weightGrams }, quantity) =>
                toldBefore(order, line === undefined ? { kind: 'add', ships, weightGrams } : { kind: 'quantity', lineId: line.id, quantity })
              }
            />
          )}
        </div>
      </div>
      {product.isPending && <SkeletonPage label={t.productLoading()} />}
      {product.isError && product.data === undefined && (
        <div style={{ padding: 'var(--s-6)' }}>
          <InlineNotice tone="bad">{t.productFailed()}</InlineNotice>
        </div>
      )}
    </SidePanel>
  );
}
