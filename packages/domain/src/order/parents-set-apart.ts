// Lines below which somebody gave something its own: a price for the setup, a note on a part of a bundle. An equal line that is added stays
// apart from them (cases, policy 10).
import { isChargeTouched } from './settle-charges.ts';

type Below = Parameters<typeof isChargeTouched>[0] & {
  readonly parentLineId: string | null;
  readonly chargeId: string | null;
  readonly partId: string | null;
  readonly configuration: Readonly<Record<string, string>>;
};

/** The ids of those lines. What hangs there and is neither a charge nor a part was put there by hand. */
export function parentsSetApart(lines: readonly Below[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => (line.parentLineId !== null && isItsOwn(line) ? line.parentLineId : [])));
}

function isItsOwn(line: Below): boolean {
  if (line.chargeId === null && line.partId === null) return true;
  return isChargeTouched(line) || Object.keys(line.configuration).length > 0;
}
