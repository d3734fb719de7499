// What axe finds on a page, light and dark, and whether a phone must scroll sideways.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

type Finding = {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
};
declare global {
  interface Window {
    readonly axe?: { readonly run: (context: Document, options: object) => Promise<{ readonly violations: readonly Finding[] }> };
  }
}

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All that the other scheme changes. */
const colours = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** Serious and critical findings as sentences, and how far the page sticks out at 390 px. Nothing is right. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const code = await source;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // The page's own policy keeps scripts of others out, so it is evaluated rather than added.
    if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(code);
    const violations = await page.evaluate(
      async (options) => {
        const found = (await window.axe?.run(document, { resultTypes: ['violations'], ...options }))?.violations ?? [];
        return found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      },
      colorScheme === 'light' ? {} : colours,
    );
    for (const { id, nodes } of violations)
      for (const node of nodes.slice(0, 3)) faults.push(`${id} (${colorScheme}): ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) faults.push(`scrolls ${over} px sideways at 390 px`);
  if (size !== null) await page.setViewportSize(size);
  return faults;
}
