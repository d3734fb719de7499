import { PageHead } from '../../components/page-head.tsx';

export function OutboxPage(_: { search: object }) {
  return <PageHead title="Outbox" />;
}
