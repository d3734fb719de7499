// What the server had asked for to draw a page stands in the page: the browser begins with it instead of asking again.
import { dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';

/** Where they stand: a block of data, which no browser runs. */
const place = 'first-answers';

/** The answers as an element of the page. Nothing in them can end it. */
export function writeAnswers(queryClient: QueryClient): string {
  const json = JSON.stringify(dehydrate(queryClient)).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${place}">${json}</script>`;
}

/** Whether the page brought any. */
export function takeAnswers(queryClient: QueryClient): boolean {
  const element = document.getElementById(place);
  if (element === null) return false;
  hydrate(queryClient, JSON.parse(element.textContent));
  element.remove();
  return true;
}

/** The sheets of a page that was drawn ahead hold for the screen from now on: what is shown next may need more of them than stands in it. */
export function takeStyles(): void {
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"][media="print"]')) sheet.media = 'all';
}
