import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../desk-route.tsx';

export const productRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/products/$productId',
  loader: () => ProductPage.preload?.(),
  component: ProductRoute,
});

const ProductPage = lazyRouteComponent(() => import('../../features/products/product-page.tsx'), 'ProductPage');

function ProductRoute() {
  const { productId } = productRoute.useParams();
  return <ProductPage key={productId} productId={productId} />;
}
