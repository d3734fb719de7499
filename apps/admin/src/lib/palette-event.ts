/** Asks for the palette from a button: whoever has it open listens on the document. */
export const openPaletteEvent = 'backdesk:palette';

/** Asks for the list of keys from a button, as `?` does. */
export const openShortcutsEvent = 'backdesk:shortcuts';
