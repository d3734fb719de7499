import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { customerFieldsQuery, orderFieldsQuery } from '../../../lib/field-queries.ts';
import { FieldList } from './field-list.tsx';
import { t } from './texts.ts';

/** What the account asks for beyond the usual: of its customers, and on its orders. */
export function CustomFieldsPage() {
  const customers = useQuery({ ...customerFieldsQuery(), staleTime: 0 });
  const orders = useQuery({ ...orderFieldsQuery(), staleTime: 0 });
  const failed = [customers, orders].find((query) => query.isError && !query.data);
  if (failed) return <LoadFailed error={failed.error} onRetry={() => void Promise.all([customers.refetch(), orders.refetch()])} />;
  if (!customers.data || !orders.data) return <SkeletonPage label={t.loading()} />;
  return (
    <>
      <FieldList subject="customer" fields={customers.data.items} />
      <FieldList subject="order" fields={orders.data.items} />
    </>
  );
}
