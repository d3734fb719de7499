// Built for the server: draws the catalogue and the pages of products, which people come in by, so that they can be read before the
// first script has run. They are the site's own components on the site's own API, asked as whoever asked for the page.
import { accentTokens } from '@backdesk/ui/styles/accent-tokens.ts';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import { createSiteRouter } from './app/router.tsx';
import { categoriesQuery, productQuery, productsQuery, type Search } from './lib/catalogue-queries.ts';
import { writeAnswers } from './lib/first-answers.ts';
import { createQueryClient } from './lib/query-client.ts';
import { sendBy } from './lib/sender.ts';
import { sessionQuery } from './lib/session.tsx';

export type FirstPage = {
  readonly title: string;
  /** The page's root with what it shows until the script takes over, and the answers it was drawn from. */
  readonly body: string;
  /** The account's colour, as a style of the whole page; empty for the house's own. */
  readonly style: string;
  /** Sources whose scripts come beside the site's own: what they bring of styles belongs to what was drawn. */
  readonly sources: readonly string[];
};

const productPath = '/products/$code';
/** As the build names it. */
const productSource = 'src/site/catalogue/site-product-page.tsx';

/** `ask` sends a request to the site's API as the visitor of the page that is being drawn. */
export function createRenderer(ask: (path: string, init: RequestInit) => Promise<Response>) {
  sendBy(ask);
  /** The page at this path (with its search); undefined: it is drawn by the browser alone. */
  return async (path: string): Promise<FirstPage | undefined> => {
    if (!/^\/(products\/[^/?]+)?(\?|$)/.test(path)) return undefined;
    const queryClient = createQueryClient(() => undefined);
    queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } });
    const router = createSiteRouter(queryClient, createMemoryHistory({ initialEntries: [path] }));
    await router.load();
    const session = queryClient.getQueryData(sessionQuery().queryKey);
    const page = router.state.matches.at(-1);
    // Somebody who has to sign in first, or an account that is not there.
    if (session === undefined || page?.status !== 'success') return undefined;
    const name = await askFor(page, queryClient);
    const html = renderToString(
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    );
    // A part that could not be drawn is left to the browser, which says so: half a page is none.
    if (html.includes('<!--$!-->')) return undefined;
    const style = Object.entries(accentTokens(session.account.accent)).map(([token, value]) => `${token}: ${value}`);
    return {
      title: [...name, session.account.name].join(' · '),
      body: `<div id="root">${waiting(html)}</div>${writeAnswers(queryClient)}`,
      style: style.join('; '),
      sources: page.routeId === productPath ? [productSource] : [],
    };
  };
}

/** What does nothing before the script has come says so, so that nothing is typed in vain. The search works without one. */
function waiting(html: string): string {
  const [head = '', ...rest] = html.split('<main');
  return [head, ...rest.map((part) => part.replaceAll(/<(input|select|textarea|button) /g, '<$1 disabled '))].join('<main');
}

type Page = { readonly routeId: string; readonly params: unknown; readonly search: unknown };

/** Asks for what the page shows, and gives its name. A refusal is not passed on: the browser asks again and says it. */
async function askFor({ routeId, params, search }: Page, queryClient: QueryClient): Promise<readonly string[]> {
  if (routeId === productPath) {
    const product = await queryClient.fetchQuery(productQuery((params as { readonly code: string }).code));
    return [product.name];
  }
  await Promise.all([queryClient.fetchQuery(categoriesQuery()), queryClient.fetchInfiniteQuery(productsQuery(search as Search))]);
  return [];
}
