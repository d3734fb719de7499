import { PageHead } from '../../components/page-head.tsx';

export function TaxRatesPage() {
  return <PageHead title="TaxRatesPage" />;
}
