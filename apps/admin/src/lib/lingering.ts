/** Keeps open what a page opens until nobody wants it for a while, so that the next page finds it as it is. By name: the order's id. */
export function createLingering(ms: number) {
  const held = new Map<string, { readonly close: () => void; holders: number; timer?: ReturnType<typeof setTimeout> }>();
  return (name: string, open: () => () => void): (() => void) => {
    const hold = held.get(name) ?? { close: open(), holders: 0 };
    held.set(name, hold);
    clearTimeout(hold.timer);
    hold.holders += 1;
    return () => {
      hold.holders -= 1;
      if (hold.holders > 0) return;
      hold.timer = setTimeout(() => {
        held.delete(name);
        hold.close();
      }, ms);
    };
  };
}
