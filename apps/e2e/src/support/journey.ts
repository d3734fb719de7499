// One store and one browser for all stories of a file; each story is a new person at a new browser window.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openBrowser, openPage, type Watched } from './browser.ts';
import { signIn } from './desk.ts';
import { type RunningServer, startServer } from './server.ts';
import { type Api, apiOf, makeStore } from './world.ts';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
type Opened = { readonly server: RunningServer; readonly api: Api; readonly browser: Browser; readonly session: Session };

export type Story = Watched & { readonly api: Api; readonly url: string; readonly server: RunningServer; readonly openAnother: () => Promise<Watched> };

/** A database for the store that a story may stop and start. */
export type StoreDatabase = { readonly open: () => Promise<string>; readonly close: () => Promise<void> };

/** Starts the store for a file of stories. The function given back tells one, signed in; it fails when the page complained. */
export function openStore(database?: StoreDatabase) {
  let opened: Opened | undefined;
  beforeAll(async () => {
    const server = await startServer(database === undefined ? {} : { databaseUrl: await database.open() });
    const api = await apiOf(server.url);
    await makeStore(api);
    const browser = await openBrowser();
    const { page, context } = await openPage(browser, server.url);
    await signIn(page);
    const session = await context.storageState();
    await context.close();
    opened = { server, api, browser, session };
  });
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.server.stop();
    await database?.close();
  });

  return async function atTheDesk(story: (told: Story) => Promise<void>): Promise<void> {
    if (opened === undefined) throw new Error('the store is not open');
    const { server, api, browser, session } = opened;
    const windows: Watched[] = [];
    const openAnother = async () => {
      const watched = await openPage(browser, server.url, { session });
      windows.push(watched);
      return watched;
    };
    const first = await openAnother();
    try {
      await story({ ...first, api, url: server.url, server, openAnother });
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
