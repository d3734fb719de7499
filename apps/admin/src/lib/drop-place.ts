/** A row on the screen: one line with all that hangs on it, in pixels from the top of the window. */
export type Block = { readonly lineId: string; readonly top: number; readonly bottom: number };

/** Where a line would land: behind which line (null: first), and how high the mark stands. */
export type DropPlace = { readonly after: string | null; readonly y: number };

/**
 * Where a line dropped at this height goes: behind the last block whose middle is above it. `first`: whether the first block is the first
 * line of the order; of a long order only a part is in the page. null: it would stay where it is.
 */
export function dropPlace(blocks: readonly Block[], y: number, lineId: string, isFirst: boolean): DropPlace | null {
  const at = blocks.findLastIndex(({ top, bottom }) => (top + bottom) / 2 < y);
  const above = blocks[at];
  const below = blocks[at + 1];
  if (above === undefined && !isFirst) return null;
  if (above?.lineId === lineId || below?.lineId === lineId) return null;
  const place = above?.bottom ?? below?.top;
  return place === undefined ? null : { after: above?.lineId ?? null, y: place };
}
