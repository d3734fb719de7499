import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import styles from './images-list.module.css';
import { pictureFetchText } from './picture-fetch-text.ts';
import { t } from './texts.ts';
import { useShowProduct } from './use-save-product.ts';

type FetchStateProps = {
  productId: string;
  fetching: Product['pictureFetches'][number];
  mayWrite: boolean;
  /** Which picture, for who hears the button. */
  name: string;
};

/** Why there is no copy of a picture by address; what brought nothing is tried again at a press. */
export function FetchState({ productId, fetching, mayWrite, name }: FetchStateProps) {
  const show = useShowProduct();
  const again = useMutation({
    mutationFn: () => api.fetchPictureAgain({ params: { id: productId }, body: { url: fetching.url } }),
    onSuccess: (product) => show(product),
  });
  return (
    <div className={styles.fetching}>
      <p role="status">{again.isError ? sentenceOf(again.error) : pictureFetchText(fetching)}</p>
      {mayWrite && fetching.reason !== null && (
        <Button size="small" busy={again.isPending} onClick={() => again.mutate()}>
          {t.tryAgain()}
          <span className="vh">: {name}</span>
        </Button>
      )}
    </div>
  );
}
