import { newId } from '@backdesk/ordering/editing/new-id.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { type ProductChoice, ProductPage } from '@backdesk/ordering/product/product-page.tsx';
import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { LoadFailed, NotFound } from '../components/page-states.tsx';
import { t as site } from '../components/texts.ts';
import { api } from '../lib/api.ts';
import { asProduct } from '../lib/as-order.ts';
import { useCartChange } from '../lib/cart.ts';
import { isNotFound, refusalsOf, sentenceOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import styles from './site-product-page.module.css';
import { t } from './texts.ts';

/** One product: the desk's own page of it, at the prices of who is here. */
export function SiteProductPage({ code }: { code: string }) {
  const { account, customer, signIn } = useSession();
  const format = useFormat();
  const toast = useToast();
  const navigate = useNavigate();
  const router = useRouter();
  const found = useQuery({ queryKey: ['product', code], queryFn: ({ signal }) => api.getSiteProduct({ params: { code } }, { signal }) });
  const product = useMemo(() => (found.data === undefined ? undefined : asProduct(found.data)), [found.data]);
  const add = useCartChange((choice: ProductChoice) =>
    api.addCartLines({
      body: {
        lines: [
          {
            variantId: choice.variant.id,
            quantity: choice.quantity,
            configuration: { ...choice.entered.configuration },
            lineId: newId(),
            ...(choice.note !== '' && { noteCustomer: choice.note }),
          },
        ],
      },
    }),
  );
  useEffect(() => {
    if (product !== undefined) document.title = `${product.name} · ${account.name}`;
  }, [product, account.name]);

  if (found.isPending) return <SkeletonPage label={t.loading()} />;
  if (isNotFound(found.error)) return <NotFound />;
  if (product === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  const hidesPrices = customer === null && signIn === 'prices';
  const refusal = refusalsOf(add.error)[0];
  return (
    <>
      <Link to="/" search={{}} className={styles.back}>
        {site.products()}
      </Link>
      {hidesPrices && (
        <InlineNotice
          tone="info"
          actions={
            <Link to="/login" search={{ to: router.state.location.href }} className={buttonClass({})}>
              {site.signIn()}
            </Link>
          }
        >
          {t.signInForPrice()}
        </InlineNotice>
      )}
      <div className={styles.product}>
        <ProductPage
          key={product.id}
          product={product}
          addLabel={t.add()}
          isPage
          noteLabel={t.note()}
          onAdd={(choice) =>
            add.mutate(choice, {
              onSuccess: () =>
                toast.show({
                  message: t.added(format.number(choice.quantity), product.name),
                  action: { label: t.toCart(), run: () => void navigate({ to: '/cart' }) },
                }),
            })
          }
          saidBefore={() => ''}
        />
      </div>
      {add.isError && (
        <InlineNotice tone="bad" live="alert">
          {refusal === undefined ? sentenceOf(add.error) : refusalText(refusal, format.number)}
        </InlineNotice>
      )}
    </>
  );
}
