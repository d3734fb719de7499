import type { Variant } from '@backdesk/contract/catalog/schema.ts';
import type { ChangeVariant } from '@backdesk/contract/catalog/variants.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../../lib/api.ts';
import { isConflict } from '../../../lib/problem.ts';
import { productQuery } from '../products-query.ts';
import { useShowProduct } from '../use-save-product.ts';

/** Saves one field of a variant at once. After a conflict the product is read again, so that the next try is made on what is there by then. */
export function useChangeVariant(productId: string) {
  const queryClient = useQueryClient();
  const show = useShowProduct();
  // One after the other: an earlier answer must not show again what a later one changed.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return (variant: Variant, change: Omit<ChangeVariant, 'basedOn'>): Promise<unknown> => {
    const next = last.current.then(async () => {
      try {
        show(await api.changeVariant({ params: { id: variant.id }, body: { basedOn: variant.version, ...change } }));
      } catch (error) {
        if (isConflict(error)) await queryClient.invalidateQueries({ queryKey: productQuery(productId).queryKey });
        throw error;
      }
    });
    last.current = next.catch(() => undefined);
    return next;
  };
}
