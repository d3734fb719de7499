import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readProductsSearch } from '../../lib/products-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const productsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/products',
  validateSearch: readProductsSearch,
  loader: () => ProductsListingPage.preload?.(),
  component: ProductsRoute,
});

const ProductsListingPage = lazyRouteComponent(() => import('../../features/products/products-listing-page.tsx'), 'ProductsListingPage');

function ProductsRoute() {
  return <ProductsListingPage search={productsRoute.useSearch()} />;
}

export const categoriesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/products/categories',
  component: lazyRouteComponent(() => import('../../features/products/categories/categories-page.tsx'), 'CategoriesPage'),
});
