import { ApiProblem } from '@backdesk/contract/client.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './texts.ts';

type Who = { readonly id: string; readonly name: string };

/** Brings a deleted customer back, or says why not: who has their e-mail address now is one press away. */
export function useRestoreCustomer({ id, name }: Who) {
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.restoreCustomer({ params: { id } }),
    onSuccess: () =>
      toast.show({
        message: t.restored(name),
        action: { label: t.open(), run: () => void navigate({ to: '/customers/$customerId', params: { customerId: id } }) },
      }),
    onError: (error) => {
      const holder = error instanceof ApiProblem ? error.problem.detail : undefined;
      const customerId = holder?.customerId;
      toast.show({
        message: typeof holder?.name === 'string' ? t.notRestoredTaken(name, holder.name) : `${t.notRestored(name)} ${sentenceOf(error)}`,
        tone: 'bad',
        ...(typeof customerId === 'string' && {
          action: { label: t.open(), run: () => void navigate({ to: '/customers/$customerId', params: { customerId } }) },
        }),
      });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['customers'] }),
  });
}

/** Deletes at once, goes back to the list, and offers the way back. */
export function useDeleteCustomer(customer: Who): () => void {
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const restore = useRestoreCustomer(customer);
  const remove = useMutation({
    mutationFn: () => api.deleteCustomer({ params: { id: customer.id } }),
    onSuccess: async () => {
      await navigate({ to: '/customers' });
      queryClient.removeQueries({ queryKey: ['customer', customer.id] });
      toast.show({ message: t.deleted(customer.name), action: { label: t.undo(), icon: 'undo', run: () => restore.mutate() } });
    },
    onError: (error) => toast.show({ message: `${t.notDeleted(customer.name)} ${sentenceOf(error)}`, tone: 'bad' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['customers'] }),
  });
  return () => remove.mutate();
}
