import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { productQuery } from './products-query.ts';
import { t } from './texts.ts';

/** Shows a product as an answer says it is now, wherever it stands; `isInOrders`: open orders are told of the change too. */
export function useShowProduct() {
  const queryClient = useQueryClient();
  return (changed: Product, { isInOrders = false }: { readonly isInOrders?: boolean } = {}) => {
    queryClient.setQueryData(productQuery(changed.id).queryKey, changed);
    // The listing, and the product pages beside drafts, each with the prices of its customer.
    for (const queryKey of [['products'], ['product'], ...(isInOrders ? [['order']] : [])]) void queryClient.invalidateQueries({ queryKey });
  };
}

/** Saves a change of a product; the pages that show it follow, and what it was made in is closed. null: something is still to be filled in. */
export function useSaveProduct(change: () => Promise<Product | null>, onClose: (changed: Product) => void, message: () => string = t.saved) {
  const toast = useToast();
  const show = useShowProduct();
  return useMutation({
    mutationFn: change,
    onSuccess: (changed) => {
      if (changed === null) return;
      show(changed);
      toast.show({ message: message() });
      onClose(changed);
    },
  });
}
