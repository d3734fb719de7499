import type { CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { VisuallyHidden } from '@backdesk/ui/text/visually-hidden.tsx';
import { useMay } from '../../lib/session.tsx';
import { t } from './texts.ts';
import { useRestoreCustomer } from './use-delete-customer.ts';

/** Brings a deleted customer back. */
export function RestoreButton({ row }: { row: CustomerRow }) {
  const restore = useRestoreCustomer(row);
  if (!useMay('customer:write')) return null;
  return (
    <Button size="small" icon="undo" busy={restore.isPending} onClick={() => restore.mutate()}>
      {t.restore()}
      <VisuallyHidden> {row.name}</VisuallyHidden>
    </Button>
  );
}
