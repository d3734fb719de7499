/** What the key beside the space bar is called here: shown in hints, never part of a name. */
export const commandKey = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

/** Ctrl+Enter (⌘ Enter): the main way on of a page. */
export function isGoOn(event: { readonly key: string; readonly metaKey: boolean; readonly ctrlKey: boolean; readonly defaultPrevented: boolean }): boolean {
  return event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.defaultPrevented;
}
