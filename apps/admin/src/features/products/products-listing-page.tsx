import { PageHead } from '../../components/page-head.tsx';

export function ProductsListingPage(_: { search: object }) {
  return <PageHead title="Products" />;
}
