import { ApiProblem } from '@backdesk/contract/client.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Link } from '@tanstack/react-router';
import { SaveFailed } from '../../components/save-failed.tsx';
import { t } from './texts.ts';

/** Why something of a product was not saved. A SKU that is taken names the product that has it, which opens beside what was typed. */
export function ProductSaveFailed({ error }: { error: unknown }) {
  const taken = takenSkuOf(error);
  if (taken === undefined) return <SaveFailed error={error} />;
  return (
    <InlineNotice tone="bad" live="alert">
      {t.skuTaken(taken.sku)} <OwnerLink {...taken} />
    </InlineNotice>
  );
}

/** The product that has a SKU, in a tab of its own: what was typed here stays. */
export function OwnerLink({ productId, productName }: Pick<TakenSku, 'productId' | 'productName'>) {
  return (
    <Link to="/products/$productId" params={{ productId }} target="_blank">
      <bdi>{productName}</bdi>
    </Link>
  );
}

export type TakenSku = { readonly sku: string; readonly productId: string; readonly productName: string };

export function takenSkuOf(error: unknown): TakenSku | undefined {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'variant.sku_taken') return undefined;
  const { sku, productId, productName } = error.problem.detail ?? {};
  return typeof productId === 'string' ? { sku: String(sku), productId, productName: String(productName) } : undefined;
}
