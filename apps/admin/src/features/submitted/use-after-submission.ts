import type { Order } from '@backdesk/contract/order/order.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orderQuery } from '../../lib/order-query.ts';

/** A verb on a submitted order: its answer is the order as it is now, which every page of it then shows. */
export function useAfterSubmission<Given>(orderId: string, act: (given: Given) => Promise<Order>, onDone: (order: Order) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (order) => {
      queryClient.setQueryData(orderQuery(orderId).queryKey, order);
      void queryClient.invalidateQueries({ queryKey: ['order', orderId, 'history'] });
      void queryClient.invalidateQueries({ queryKey: ['orders'] });
      onDone(order);
    },
  });
}
