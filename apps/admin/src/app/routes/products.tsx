import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListSearch } from '../../lib/list-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const productsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/products',
  validateSearch: readListSearch,
  component: ProductsRoute,
});

const ProductsListingPage = lazyRouteComponent(() => import('../../features/products/products-listing-page.tsx'), 'ProductsListingPage');

function ProductsRoute() {
  return <ProductsListingPage search={productsRoute.useSearch()} />;
}
