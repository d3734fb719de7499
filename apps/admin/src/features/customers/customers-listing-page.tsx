import { PageHead } from '../../components/page-head.tsx';

export function CustomersListingPage(_: { search: object }) {
  return <PageHead title="Customers / Contacts" />;
}
