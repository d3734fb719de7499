// The site's pages that people come in by, drawn ahead: what the browser would show once it ran the site's script, by the
// site's own components (apps/site/src/site/first-page.tsx, built for us by Vite) on answers of our own API. Each request in it
// goes through the same door as the browser's would, with the visitor's cookies, so the page holds what they may see and no more.
import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What apps/site draws. */
export type FirstPage = { readonly title: string; readonly body: string; readonly style: string };
/** Sends a request to our API as the visitor. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>;
/** The page at a path with its search; undefined: none is drawn for it. */
export type DrawFirstPage = (path: string, ask: Ask) => Promise<FirstPage | undefined>;

type Built = { readonly createRenderer: (ask: Ask) => (path: string) => Promise<FirstPage | undefined> };

/** Loads the built renderer. Pages are drawn side by side: each asks as its own visitor. */
export async function loadFirstPages(file: string): Promise<DrawFirstPage | undefined> {
  if (!existsSync(file)) return undefined;
  const { createRenderer } = (await import(pathToFileURL(file).href)) as Built;
  const visitors = new AsyncLocalStorage<Ask>();
  const render = createRenderer((path, init) => {
    const ask = visitors.getStore();
    if (ask === undefined) throw new Error('A page asked for something after it was drawn.');
    return ask(path, init);
  });
  return (path, ask) => visitors.run(ask, () => render(path));
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The built page with what was drawn in it. Its pictures come before its scripts: what is to be read is there without them. */
export function putInto(html: string, { title, body, style }: FirstPage): string {
  return html
    .replaceAll(/(<script type="module"|<link rel="modulepreload")/g, '$1 fetchpriority="low"')
    .replace('<html lang="en"', () => (style === '' ? '<html lang="en"' : `<html lang="en" style="${escaped(style)}"`))
    .replace(/<title>.*?<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace('<div id="root"></div>', () => body);
}
