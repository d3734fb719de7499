import type { CompanyRow } from '@backdesk/contract/company/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { VisuallyHidden } from '@backdesk/ui/text/visually-hidden.tsx';
import { useMay } from '../../lib/session.tsx';
import { t } from './texts.ts';
import { useRestoreCompany } from './use-restore-company.ts';

/** Brings a deleted company back. */
export function RestoreButton({ row }: { row: CompanyRow }) {
  const restore = useRestoreCompany(row);
  if (!useMay('customer:write')) return null;
  return (
    <Button size="small" icon="undo" busy={restore.isPending} onClick={() => restore.mutate()}>
      {t.restore()}
      <VisuallyHidden> {row.name}</VisuallyHidden>
    </Button>
  );
}
