import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { unitDecimal } from '@backdesk/domain/money/rational.ts';
import { breakFor } from '@backdesk/domain/pricing/price-breaks.ts';
import { PriceExplainer, type PriceExplainerProps } from '@backdesk/ordering/lines/price-explainer.tsx';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** Where the price of a line comes from. A line keeps the one table of prices that holds: what the list asks beside a role's is looked up when somebody wants to know. */
export function ExplainedPrice(props: PriceExplainerProps) {
  const { line } = props;
  const productId = line.priceTable?.source === 'role' ? line.productId : null;
  const { data } = useQuery({
    queryKey: ['product', productId, 'list'],
    queryFn: ({ signal }) => api.getProduct({ params: { id: productId ?? '' } }, { signal }),
    enabled: productId !== null,
  });
  return <PriceExplainer {...props} listPrice={productId === null || data === undefined ? null : listPriceOf(data, line)} />;
}

/** Each, in major units, at the quantity that chose the line's break; null: the list has none. */
function listPriceOf({ variants }: Pick<Product, 'variants'>, line: OrderLine): string | null {
  const table = variants.find(({ id }) => id === line.variantId)?.priceTable ?? null;
  const counted = line.explanation.find(({ step }) => step === 'break')?.groupQuantity ?? line.quantity;
  const found = table === null ? null : breakFor(table.breaks, counted);
  return found === null ? null : unitDecimal(found.extendedPrice, found.quantity);
}
