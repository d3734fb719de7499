/** Rows with one of them behind another (null: first). */
export function moved<Row extends { readonly id: string }>(rows: readonly Row[], id: string, after: string | null): readonly Row[] {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) return rows;
  const others = rows.filter((each) => each !== row);
  const at = after === null ? 0 : others.findIndex((each) => each.id === after) + 1;
  return [...others.slice(0, at), row, ...others.slice(at)];
}
