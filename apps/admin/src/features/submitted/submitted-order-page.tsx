import { PageHead } from '../../components/page-head.tsx';

export function SubmittedOrderPage(_: { orderId: string }) {
  return <PageHead title="Order" />;
}
