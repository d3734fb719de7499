// The site's pages that people come in by, drawn ahead: what the browser would show once it ran the site's script, by the
// site's own components (apps/site/src/site/first-page.tsx, built for us by Vite) on answers of our own API. Each request in it
// goes through the same door as the browser's would, with the visitor's cookies, so the page holds what they may see and no more.
import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What apps/site draws; `sources`: whose styles and scripts belong to it. */
type Drawn = { readonly title: string; readonly body: string; readonly style: string; readonly sources: readonly string[] };
export type FirstPage = Omit<Drawn, 'sources'> & Linked;
/** Files of the built face, by their addresses. */
type Linked = { readonly styles: readonly string[]; readonly scripts: readonly string[] };
/** Sends a request to our API as the visitor. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>;
/** The page at a path with its search; undefined: none is drawn for it. */
export type DrawFirstPage = (path: string, ask: Ask) => Promise<FirstPage | undefined>;

type Built = { readonly createRenderer: (ask: Ask) => (path: string) => Promise<Drawn | undefined> };
/** Vite's manifest, as far as we read it: what each source became, and what comes with it. */
type Manifest = Readonly<Record<string, { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[] }>>;

export type BuiltSite = {
  /** The built renderer. */
  readonly file: string;
  /** What the build of the face says of its files. */
  readonly manifest: string;
};

/** Loads the built renderer. Pages are drawn side by side: each asks as its own visitor. */
export async function loadFirstPages({ file, manifest }: BuiltSite): Promise<DrawFirstPage | undefined> {
  if (!existsSync(file) || !existsSync(manifest)) return undefined;
  const built = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  const { createRenderer } = (await import(pathToFileURL(file).href)) as Built;
  const visitors = new AsyncLocalStorage<Ask>();
  const render = createRenderer((path, init) => {
    const ask = visitors.getStore();
    if (ask === undefined) throw new Error('A page asked for something after it was drawn.');
    return ask(path, init);
  });
  return async (path, ask) => {
    const drawn = await visitors.run(ask, () => render(path));
    return drawn && { ...drawn, ...linkedBy(built, drawn.sources) };
  };
}

/** What these sources bring, with all that they import. */
function linkedBy(built: Manifest, sources: readonly string[]): Linked {
  const files = new Set<string>();
  const styles = new Set<string>();
  const seen = new Set<string>();
  function take(source: string): void {
    const chunk = built[source];
    if (chunk === undefined || seen.has(source)) return;
    seen.add(source);
    for (const other of chunk.imports ?? []) take(other);
    for (const style of chunk.css ?? []) styles.add(`/${style}`);
    files.add(`/${chunk.file}`);
  }
  for (const source of sources) take(source);
  return { styles: [...styles], scripts: [...files] };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const stylesheet = /\s*<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g;

/**
 * The built page with what was drawn in it. Its styles stand in it, so that the first paint waits for nothing more; as files they follow
 * behind, in the same order, for the pages that come after. Until the site's script takes them up they are for paper only: a sheet for
 * the screen would hold back the paint. Its pictures come before its scripts: what is to be read is there without them.
 */
export function putInto(html: string, { title, body, style, styles, scripts }: FirstPage, read: (address: string) => string): string {
  const sheets = [...new Set([...[...html.matchAll(stylesheet)].map(([, address = '']) => address), ...styles])];
  const links = (tag: (address: string) => string, addresses: readonly string[]) => addresses.map(tag).join('');
  const preloads = links(
    (at) => `<link rel="modulepreload" crossorigin href="${at}">`,
    scripts.filter((at) => !html.includes(`"${at}"`)),
  );
  return html
    .replaceAll(stylesheet, '')
    .replace('</head>', () => `<style>${sheets.map(read).join('\n')}</style>${preloads}</head>`)
    .replace('</body>', () => `${links((at) => `<link rel="stylesheet" media="print" crossorigin href="${at}">`, sheets)}</body>`)
    .replaceAll(/(<script type="module"|<link rel="modulepreload")/g, '$1 fetchpriority="low"')
    .replace('<html lang="en"', () => (style === '' ? '<html lang="en"' : `<html lang="en" style="${escaped(style)}"`))
    .replace(/<title>.*?<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace('<div id="root"></div>', () => body);
}

/** The picture that a page wants first, as a header says it: asked for with the first byte, not when the page was read. '' for none. */
export function firstPicture({ body }: Pick<FirstPage, 'body'>): string {
  const address = /<link rel="preload" as="image" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  // Somebody typed it: what would end the address in a header stays in the page alone.
  return /^[!#-;=?-~]+$/.test(address) ? `<${address}>; rel=preload; as=image; fetchpriority=high` : '';
}
