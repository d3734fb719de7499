import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { productQuery } from './products-query.ts';
import { t } from './texts.ts';

/** Saves a change of a product; the pages that show it follow, and what it was made in is closed. null: something is still to be filled in. */
export function useSaveProduct(change: () => Promise<Product | null>, onClose: () => void) {
  const queryClient = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: change,
    onSuccess: (changed) => {
      if (changed === null) return;
      queryClient.setQueryData(productQuery(changed.id).queryKey, changed);
      // The listing, and the product pages beside drafts, each with the prices of its customer.
      for (const queryKey of [['products'], ['product']]) void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: t.saved() });
      onClose();
    },
  });
}
