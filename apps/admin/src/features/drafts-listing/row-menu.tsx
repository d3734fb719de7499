import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Menu } from '@backdesk/ui/overlays/menu.tsx';
import { VisuallyHidden } from '@backdesk/ui/text/visually-hidden.tsx';
import { useNavigate } from '@tanstack/react-router';
import { stageWord } from '../../components/stage.tsx';
import { useMay } from '../../lib/session.tsx';
import { t } from './texts.ts';
import { useDeleteOrder } from './use-delete-order.ts';

/** What else can be done with a row. */
export function RowMenu({ row }: { row: OrderRow }) {
  const navigate = useNavigate();
  const remove = useDeleteOrder(row);
  const mayDelete = useMay('order:delete');
  return (
    <Menu
      entries={[
        { label: t.open(), onSelect: () => void navigate({ to: '/orders/$orderId', params: { orderId: row.id } }) },
        ...(mayDelete ? [{ kind: 'rule' } as const, { label: t.delete(), icon: 'trash', danger: true, onSelect: remove } as const] : []),
      ]}
    >
      {(trigger) => (
        <Button variant="quiet" size="small" {...trigger}>
          <Icon name="more" />
          <VisuallyHidden>{t.more(`${stageWord(row.stage)} ${row.number ?? ''}`)}</VisuallyHidden>
        </Button>
      )}
    </Menu>
  );
}
