import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { t as products } from '../texts.ts';
import { useShowProduct } from '../use-save-product.ts';
import { t } from './texts.ts';

type DeleteVariantsProps = { product: Product; variants: readonly Variant[]; onDeleted?: () => void; onDeleteProduct: () => void; onClose: () => void };

/** As deleting a product: asks first, since open drafts are told at once, and offers the way back after. The last variant stays. */
export function DeleteVariants({ product, variants, onDeleted, onDeleteProduct, onClose }: DeleteVariantsProps) {
  const { number } = useFormat();
  const toast = useToast();
  const show = useShowProduct();
  const { length: count } = variants;
  const [first = { sku: '' }] = variants;
  const request = { params: { id: product.id }, body: { variantIds: variants.map(({ id }) => id) } };
  const restore = useMutation({
    mutationFn: () => api.restoreVariants(request),
    onSuccess: (restored) => show(restored, { isInOrders: true }),
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
  });
  const remove = useMutation({
    mutationFn: () => api.deleteVariants(request),
    onSuccess: (left) => {
      show(left, { isInOrders: true });
      toast.show({ message: t.deleted(count, number(count), first.sku), action: { label: products.undo(), icon: 'undo', run: () => restore.mutate() } });
      onDeleted?.();
      onClose();
    },
  });
  if (count === product.variants.length) {
    return (
      <Dialog
        title={t.lastTitle()}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{products.close()}</Button>
            <Button danger onClick={onDeleteProduct}>
              {products.deleteProduct()}
            </Button>
          </>
        }
      >
        <p>{t.lastHelp()}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t.deleteQuestion(count, number(count), first.sku)}
      onClose={onClose}
      onSubmit={() => remove.mutate()}
      actions={
        <>
          <Button onClick={onClose}>{products.cancel()}</Button>
          <Button type="submit" danger busy={remove.isPending}>
            {count === 1 ? t.deleteVariant() : t.delete()}
          </Button>
        </>
      }
    >
      <p>{t.deleteHelp(count)}</p>
      {remove.isError && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(remove.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}
