import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListSearch } from '../../lib/list-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const companiesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/customers/companies',
  validateSearch: readCompaniesSearch,
  loader: () => CompaniesListingPage.preload?.(),
  component: CompaniesRoute,
});

function readCompaniesSearch(search: Record<string, unknown>) {
  const exempt = search.exempt === 'true' || search.exempt === true ? 'true' : search.exempt === 'false' || search.exempt === false ? 'false' : undefined;
  return {
    ...readListSearch(search),
    ...(typeof search.role === 'string' && { role: search.role }),
    ...(exempt && ({ exempt } as const)),
    ...(search.deleted === true && ({ deleted: true } as const)),
  };
}

const CompaniesListingPage = lazyRouteComponent(() => import('../../features/companies/companies-listing-page.tsx'), 'CompaniesListingPage');

function CompaniesRoute() {
  return <CompaniesListingPage search={companiesRoute.useSearch()} />;
}

export const companyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/customers/companies/$companyId',
  loader: () => CompanyPage.preload?.(),
  component: CompanyRoute,
});

const CompanyPage = lazyRouteComponent(() => import('../../features/companies/company-page.tsx'), 'CompanyPage');

function CompanyRoute() {
  const { companyId } = companyRoute.useParams();
  return <CompanyPage key={companyId} companyId={companyId} />;
}
