import { PageHead } from '../../components/page-head.tsx';

export function ShippingZonesPage() {
  return <PageHead title="ShippingZonesPage" />;
}
