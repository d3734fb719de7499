// A block of cells pasted into a matrix: what can be filled is, and what cannot is named with its figure and the reason. A block that brings
// the names of its columns or rows is read by them, wherever it was pasted. Pure.
import { largestQuantity } from '@backdesk/domain/pricing/bounds.ts';
import { parseDecimal } from '@backdesk/ui/format/parse-decimal.ts';
import type { MatrixLayout } from './matrix-layout.ts';

/** `outside`: past the edge of the table; `not_made`: there is no such variant; `unreadable`: no whole number that may be ordered. */
export type WhyLeft = 'not_on_sale' | 'not_made' | 'outside' | 'unreadable';
/** `cell`: the names of its row and column; of one outside its place in the block, from 1. */
export type LeftCell = { readonly cell: string; readonly figure: string; readonly why: WhyLeft };
export type MatrixBlock = { readonly filled: Readonly<Record<string, string>>; readonly left: readonly LeftCell[] };

type Start = { readonly row: number; readonly column: number };

/** Figures are read as a person of that locale means them: a part of a piece is none. null: one cell alone, which is pasted as any text is. */
export function readBlock(layout: MatrixLayout, start: Start, text: string, locale: string): MatrixBlock | null {
  const cells = text
    .replace(/[\r\n]+$/u, '')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  if (cells.length === 1 && cells[0]?.length === 1) return null;
  const filled: Record<string, string> = {};
  const left: LeftCell[] = [];
  for (const { figure, row, column, named, place } of placed(layout, start, cells)) {
    const read = parseDecimal(figure, locale, 0);
    // An empty cell and a nought ask for nothing.
    if (read.ok && Number(read.value ?? 0) === 0) continue;
    const quantity = read.ok ? Number(read.value) : 0;
    const [down, across] = [layout.rows[row ?? -1], layout.columns[column ?? -1]];
    const cell = [down?.name, across].filter(Boolean).join(', ') || place;
    const variant = down?.variants[column ?? -1];
    if (down === undefined || across === undefined) left.push({ cell: place, figure, why: named ? 'not_made' : 'outside' });
    else if (variant === undefined) left.push({ cell, figure, why: 'not_made' });
    else if (!variant.published) left.push({ cell, figure, why: 'not_on_sale' });
    else if (quantity < 1 || quantity > largestQuantity) left.push({ cell, figure, why: 'unreadable' });
    else filled[variant.id] = String(quantity);
  }
  return { filled, left };
}

type Placed = {
  readonly figure: string;
  readonly row: number | undefined;
  readonly column: number | undefined;
  /** By names that the block brings. */
  readonly named: boolean;
  readonly place: string;
};

const same = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;
const isFigure = (cell: string) => /^[\d\s,.'’]*$/u.test(cell);

/** Each cell of the block with its place in the table: by the names it brings, else from the cell on that it was pasted in. */
function placed(layout: MatrixLayout, start: Start, cells: readonly (readonly string[])[]): readonly Placed[] {
  const [head = []] = cells;
  const hasColumns = head.some((cell) => !isFigure(cell) && layout.columns.some((name) => same(name, cell)));
  const body = hasColumns ? cells.slice(1) : cells;
  const hasRows = layout.down !== null && body.some(([first = '']) => !isFigure(first) && layout.rows.some(({ name }) => same(name, first)));
  const skipped = hasRows ? 1 : 0;
  const indexOf = (names: readonly string[], name: string) => {
    const found = names.findIndex((each) => same(each, name));
    return found === -1 ? undefined : found;
  };
  return body.flatMap((line, down) =>
    line.slice(skipped).map((figure, across) => {
      const [rowName = '', columnName = ''] = [line[0], head[across + skipped]];
      const row = hasRows
        ? indexOf(
            layout.rows.map(({ name }) => name),
            rowName,
          )
        : start.row + down;
      const column = hasColumns ? indexOf(layout.columns, columnName) : start.column + across;
      const names = [hasRows && rowName, hasColumns && columnName].filter(Boolean).join(', ');
      return { figure, row, column, named: names !== '', place: names || `${down + 1}/${across + 1}` };
    }),
  );
}
