import type { ImportNotice } from '@backdesk/contract/import/schema.ts';

export type Notice = ImportNotice;

/** A row that was not taken, as it stands in the file. */
export type RefusedCells = { readonly row: number; readonly cells: readonly string[]; readonly reason: string };

/** The refused rows with all that is wrong with each. `cellsOf` knows the rows of the batch. */
export function refusedRowsOf(notices: readonly Notice[], cellsOf: (row: number) => readonly string[] | undefined): readonly RefusedCells[] {
  const refused = Map.groupBy(
    notices.filter(({ kind }) => kind === 'refused'),
    ({ row }) => row,
  );
  return [...refused].map(([row, all]) => ({
    row,
    cells: cellsOf(row) ?? [],
    reason: all.map(({ column, reason }) => (column === '' ? reason : `${column} ${reason}`)).join('; '),
  }));
}
