import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { productQuery } from './products-query.ts';
import { t } from './texts.ts';

/** Asks first, since open drafts are told at once, and offers the way back after. To only stop selling it, it is taken off sale. */
export function DeleteProduct({ product, onClose }: { product: Pick<Product, 'id' | 'name'>; onClose: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const follow = () => {
    for (const queryKey of [['products'], ['product'], ['order']]) void queryClient.invalidateQueries({ queryKey });
  };
  const restore = useMutation({
    mutationFn: () => api.restoreProduct({ params: { id: product.id } }),
    onSuccess: follow,
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
  });
  const remove = useMutation({
    mutationFn: () => api.deleteProduct({ params: { id: product.id } }),
    onSuccess: async () => {
      toast.show({ message: t.productDeleted(product.name), action: { label: t.undo(), icon: 'undo', run: () => restore.mutate() } });
      await navigate({ to: '/products' });
      queryClient.removeQueries({ queryKey: productQuery(product.id).queryKey });
      follow();
    },
  });
  return (
    <Dialog
      title={t.deleteQuestion(product.name)}
      onClose={onClose}
      onSubmit={() => remove.mutate()}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" danger busy={remove.isPending}>
            {t.deleteProduct()}
          </Button>
        </>
      }
    >
      <p>{t.deleteHelp()}</p>
      {remove.isError && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(remove.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}
