import { PageHead } from '../../components/page-head.tsx';

/** The four steps. Its own engineer builds them here. */
export function CheckoutPage({ orderId, step }: { orderId: string; step: string }) {
  return <PageHead title={`Checkout, ${step}`} aside={orderId} />;
}
