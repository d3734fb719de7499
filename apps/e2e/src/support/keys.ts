// Work by keyboard alone: a story that must not touch a pointer uses these only.
import type { Page } from 'playwright-core';

/** The name of what has the focus, as far as the stories need it: its label, or its own words without what is hidden. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    const named = element instanceof HTMLInputElement ? (element.labels?.[0] ?? element) : element;
    const copy = named.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
    return (copy.textContent ?? '').trim();
  });
}

/** Presses Tab until the control of this name has the focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focusedName(page);
    seen.push(now);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
  }
  throw new Error(`Tab never reached ${name}; it went over ${[...new Set(seen)].join(' | ')}`);
}

/** Types as a person does and gives how many keys that took. */
export async function typeKeys(page: Page, text: string): Promise<number> {
  await page.keyboard.type(text);
  return [...text].length;
}

/** Whoever works by keyboard and counts each key; of a chord every key of it. */
export function aClerk(page: Page) {
  let keys = 0;
  return {
    type: async (text: string) => {
      keys += await typeKeys(page, text);
    },
    press: async (...chords: readonly string[]) => {
      for (const chord of chords) {
        await page.keyboard.press(chord);
        keys += chord.split('+').length;
      }
    },
    keys: () => keys,
  };
}

/** Dialogs that were opened on any page from now on. */
export async function watchDialogs(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    for (const open of ['show', 'showModal'] as const) {
      const own = HTMLDialogElement.prototype[open];
      HTMLDialogElement.prototype[open] = function () {
        sessionStorage.setItem('dialogs', String(Number(sessionStorage.getItem('dialogs') ?? 0) + 1));
        own.call(this);
      };
    }
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('dialogs') ?? 0));
}

/** Notices every pointer press from now on. */
export async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => sessionStorage.setItem('presses', String(Number(sessionStorage.getItem('presses') ?? 0) + 1)), true);
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('presses') ?? 0));
}
