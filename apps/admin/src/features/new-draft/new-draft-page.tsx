import { PageHead } from '../../components/page-head.tsx';

/** The start of a draft: the customer. Its own engineer builds it here. */
export function NewDraftPage() {
  return <PageHead title="New draft order" back={{ label: 'Draft Orders / Estimates', to: '/orders/drafts' }} />;
}
