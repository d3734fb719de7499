import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { stageWord } from '../../components/stage.tsx';
import { api } from '../../lib/api.ts';
import { t } from './texts.ts';

/** Deletes at once and offers the way back; nothing asks "are you sure". */
export function useDeleteOrder(row: OrderRow): () => void {
  const toast = useToast();
  const queryClient = useQueryClient();
  const what = `${stageWord(row.stage)} ${row.number ?? ''}`.trim();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['orders'] });

  const restore = useMutation({
    mutationFn: () => api.restoreOrder({ params: { id: row.id } }),
    onSuccess: () => toast.show({ message: t.restored(what) }),
    onError: () => toast.show({ message: t.notRestored(what), tone: 'bad' }),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: () => api.deleteOrder({ params: { id: row.id } }),
    onSuccess: () => toast.show({ message: t.deleted(what), action: { label: t.undo(), icon: 'undo', run: () => restore.mutate() } }),
    onError: () => toast.show({ message: t.notDeleted(what), tone: 'bad' }),
    onSettled: refresh,
  });
  return () => remove.mutate();
}
