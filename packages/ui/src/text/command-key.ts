/** What the key beside the space bar is called here: shown in hints, never part of a name. */
export const commandKey = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

type Pressed = { readonly key: string; readonly metaKey: boolean; readonly ctrlKey: boolean; readonly shiftKey: boolean; readonly defaultPrevented: boolean };

const isCommandEnter = ({ key, metaKey, ctrlKey, defaultPrevented }: Pressed) => key === 'Enter' && (metaKey || ctrlKey) && !defaultPrevented;

/** Ctrl+Enter (⌘ Enter): the main way on of a page. */
export function isGoOn(event: Pressed): boolean {
  return isCommandEnter(event) && !event.shiftKey;
}

/** Ctrl+Shift+Enter (⌘ Shift Enter): on to the end at once. */
export function isGoToEnd(event: Pressed): boolean {
  return isCommandEnter(event) && event.shiftKey;
}
