import { PageHead } from '../../components/page-head.tsx';

export function CustomerPage(_: { customerId: string }) {
  return <PageHead title="Customer" />;
}
