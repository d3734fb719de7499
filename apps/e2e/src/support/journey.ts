// One store and one browser for all stories of a file; each story is a new person at a new browser window.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openBrowser, openPage, type Watched } from './browser.ts';
import { signIn } from './desk.ts';
import { type Environment, firstOwner, type Owner, runBackdesk, startServer } from './server.ts';
import { openSharedStore } from './shared-store.ts';
import { type Api, apiOf, makeStore } from './world.ts';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
/** A store somewhere: its owner, and `backdesk …` run for it. */
export type Store = {
  readonly url: string;
  readonly owner: Owner;
  readonly backdesk: (...args: readonly string[]) => Promise<string>;
  readonly close: () => Promise<void>;
};
type Opened = { readonly store: Store; readonly api: Api; readonly browser: Browser; readonly session: Session };

export type Story = Watched & Pick<Store, 'url' | 'owner' | 'backdesk'> & { readonly api: Api; readonly openAnother: () => Promise<Watched> };

/** A database for the store that a story may stop and start; `more`: what the server on it is told by its environment besides. */
export type StoreDatabase = { readonly open: () => Promise<string>; readonly close: () => Promise<void>; readonly more?: Environment };

/** A whole server for this file alone, on that database. */
async function openOwnServer(database: StoreDatabase): Promise<Store> {
  const server = await startServer({ databaseUrl: await database.open(), ...(database.more && { more: database.more }) });
  const close = async () => {
    await server.stop();
    await database.close();
  };
  return { url: server.url, owner: firstOwner, backdesk: (...args) => runBackdesk(server.environment, args), close };
}

/**
 * Opens a store for a file of stories: an account of its own on the server that all files share, or, with a database of
 * its own, a server alone. The function given back tells one, signed in; it fails when the page complained.
 */
export function openStore(database?: StoreDatabase) {
  let opened: Opened | undefined;
  beforeAll(async () => {
    const store = database === undefined ? await openSharedStore() : await openOwnServer(database);
    const api = await apiOf(store.url, store.owner);
    await makeStore(api);
    const browser = await openBrowser();
    const { page, context } = await openPage(browser, store.url);
    await signIn(page, store.owner);
    const session = await context.storageState();
    await context.close();
    opened = { store, api, browser, session };
  });
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.store.close();
  });

  return async function atTheDesk(story: (told: Story) => Promise<void>): Promise<void> {
    if (opened === undefined) throw new Error('the store is not open');
    const { store, api, browser, session } = opened;
    const windows: Watched[] = [];
    const openAnother = async () => {
      const watched = await openPage(browser, store.url, { session });
      windows.push(watched);
      return watched;
    };
    const first = await openAnother();
    try {
      await story({ ...first, ...store, api, openAnother });
      for (const { errors } of windows) expect(errors).toEqual([]);
    } catch (error) {
      await keepPictures(windows);
      throw error;
    } finally {
      for (const { context } of windows) await context.close();
    }
  };
}

/** What was on the screens when a story failed. */
async function keepPictures(windows: readonly Watched[]): Promise<void> {
  const folder = fileURLToPath(new URL('../../test-results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const name = (expect.getState().currentTestName ?? 'story').replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
  for (const [at, { page }] of windows.entries()) await page.screenshot({ path: `${folder}${name}-${at + 1}.png` }).catch(() => undefined);
}
