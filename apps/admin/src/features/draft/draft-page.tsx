import { PageHead } from '../../components/page-head.tsx';

/** The draft. Its own engineer builds it here; the route and the order's cache entry are ready. */
export function DraftPage({ orderId }: { orderId: string }) {
  return <PageHead title="Draft" aside={orderId} back={{ label: 'Draft Orders / Estimates', to: '/orders/drafts' }} />;
}
