// The system's Chromium, driven by Playwright. A page fails its test on a script error or an unexpected console error.
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pictures of the catalogue live elsewhere; nothing outside this machine is asked. (Held back request by request, no page would keep its scripts.)
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags });
}

export type Watched = { readonly context: BrowserContext; readonly page: Page; readonly errors: string[] };

export type PageOptions = {
  /** Cookies of somebody signed in before. */
  readonly session?: BrowserContextOptions['storageState'];
};

/** A new person at a new browser; `errors` collects what the console and scripts complained about. */
export async function openPage(browser: Browser, baseURL: string, { session }: PageOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 1000 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    // Colours are read and pictures taken at once, not in the middle of a transition.
    reducedMotion: 'reduce',
    ...(session !== undefined && { storageState: session }),
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // The browser itself reports every refused request; refusals are part of the stories.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text());
  });
  return { context, page, errors };
}
