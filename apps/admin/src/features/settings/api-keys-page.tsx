import { PageHead } from '../../components/page-head.tsx';

export function ApiKeysPage() {
  return <PageHead title="ApiKeysPage" />;
}
