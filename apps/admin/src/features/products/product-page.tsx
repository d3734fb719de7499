import { PageHead } from '../../components/page-head.tsx';

export function ProductPage(_: { productId: string }) {
  return <PageHead title="Product" />;
}
