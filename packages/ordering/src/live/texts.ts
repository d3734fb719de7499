export const t = {
  here: () => 'Also here',
  you: (name: string) => `${name} (you, in another tab)`,
  /** Of the other side, which is told by no name. */
  storeIsHere: (store: string) => `${store} has this open`,
  isIn: (name: string) => `${name} is here`,
  changed: (name: string) => `${name} changed this`,
  /** Said once when a colleague's change comes in. */
  others: (name: string, lines: number) =>
    lines === 0 ? `${name} changed the order.` : lines === 1 ? `${name} changed a line.` : `${name} changed ${lines} lines.`,
};
