/** Asks for the palette from a button: whoever has it open listens on the document. */
export const openPaletteEvent = 'backdesk:palette';
