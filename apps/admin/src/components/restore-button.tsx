import { Button } from '@backdesk/ui/actions/button.tsx';
import { VisuallyHidden } from '@backdesk/ui/text/visually-hidden.tsx';
import { useMay } from '../lib/session.tsx';
import { t } from './texts.ts';

type Named = { readonly id: string; readonly name: string };
type RestoreButtonProps = {
  row: Named;
  /** The hook that brings one of its kind back. */
  useRestore: (of: Named) => { readonly isPending: boolean; readonly mutate: () => void };
};

/** Brings a deleted customer or company back. */
export function RestoreButton({ row, useRestore }: RestoreButtonProps) {
  const restore = useRestore(row);
  if (!useMay('customer:write')) return null;
  return (
    <Button size="small" icon="undo" busy={restore.isPending} onClick={() => restore.mutate()}>
      {t.restore()}
      <VisuallyHidden> {row.name}</VisuallyHidden>
    </Button>
  );
}
