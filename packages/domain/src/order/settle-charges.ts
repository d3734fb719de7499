// Charge lines follow the lines they hang on: a setup once for each break group, a run for each piece. They are never entered by hand and
// never kept up by a command of its own: after any change of the lines this says which there are. Decision record 0030.
import type { LineCharge } from '../catalog/charges.ts';
import { derivedId } from '../core/derived-id.ts';
import type { LineKind, PriceTable } from '../pricing/types.ts';

export type ChargedLine = {
  readonly id: string;
  readonly kind: LineKind;
  readonly parentLineId: string | null;
  readonly quantity: number;
  readonly optional: boolean;
  readonly chosen: boolean;
  readonly breakGroup: string | null;
  readonly priceTable: PriceTable | null;
  /** What the line is charged beside its pieces. */
  readonly charges: readonly LineCharge[];
  /** Of a charge line: which charge of its parent it is. */
  readonly chargeId: string | null;
};

/** What of a charge line follows from the line it hangs on. */
export type SettledPart = Pick<ChargedLine, 'parentLineId' | 'quantity' | 'optional' | 'chosen' | 'breakGroup' | 'priceTable'>;

/** Makes the charge line that is not there yet. */
export type MakeCharge<Line> = (id: string, charge: LineCharge, parent: Line, settled: SettledPart) => Line;

type Owed<Line> = { readonly charge: LineCharge; readonly parent: Line; readonly key: string };

/** The break group of a charge line, "setup <charge> <group>" or "run …": lines of one key share a setup, and add up to choose the break of a run. */
const keyOf = ({ kind, id }: LineCharge, line: ChargedLine) => `${kind} ${id} ${line.breakGroup ?? line.id}`;

/** A line with its setups taken off where they are paid for elsewhere; `paid`: their break groups. */
export function withoutPaidSetups<Line extends ChargedLine>(line: Line, paid: ReadonlySet<string>): Line {
  const isPaid = (charge: LineCharge) => charge.kind === 'setup' && !charge.waived && paid.has(keyOf(charge, line));
  if (!line.charges.some(isPaid)) return line;
  return { ...line, charges: line.charges.map((charge) => (isPaid(charge) ? { ...charge, waived: true } : charge)) };
}

/** The setups a line owes, as the break groups of their charge lines: what an estimate keeps of them. */
export function setupsOf(line: ChargedLine): readonly string[] {
  return line.charges.flatMap((charge) => (charge.kind === 'setup' && !charge.waived && !charge.gone ? [keyOf(charge, line)] : []));
}

/** Every charge that the lines owe. A setup hangs on the first line of its group that counts. */
function owedBy<Line extends ChargedLine>(tops: readonly Line[]): readonly Owed<Line>[] {
  const owed: Owed<Line>[] = [];
  const setups = new Map<string, { owner: Line; charge: LineCharge; waived: boolean }>();
  const counts = (line: Line) => !line.optional || line.chosen;
  for (const line of tops) {
    for (const charge of line.charges) {
      const key = keyOf(charge, line);
      if (charge.kind === 'run') {
        if (!charge.waived) owed.push({ charge, parent: line, key });
        continue;
      }
      const known = setups.get(key);
      if (known === undefined) setups.set(key, { owner: line, charge, waived: charge.waived });
      else {
        known.waived ||= charge.waived;
        if (counts(line) && !counts(known.owner)) {
          known.owner = line;
          known.charge = charge;
        }
      }
    }
  }
  for (const [key, { owner, charge, waived }] of setups) if (!waived) owed.push({ charge, parent: owner, key });
  return owed;
}

/** The table of the charge; the one that an estimate froze stays while its prices are the same. */
function tableOf({ breaks }: LineCharge, parent: ChargedLine, present: PriceTable | null): PriceTable | null {
  if (breaks.length === 0) return null;
  const isSame =
    present !== null &&
    present.breaks.length === breaks.length &&
    present.breaks.every((each, at) => each.quantity === breaks[at]?.quantity && each.extendedPrice === breaks[at]?.extendedPrice);
  if (isSame && (present.source === 'list' || parent.priceTable?.source === 'revision')) return present;
  return { source: 'list', label: 'List', breaks };
}

function settledPart<Line extends ChargedLine>({ charge, parent, key }: Owed<Line>, present: PriceTable | null): SettledPart {
  return {
    parentLineId: parent.id,
    quantity: charge.kind === 'setup' ? 1 : parent.quantity,
    optional: parent.optional,
    chosen: parent.chosen,
    breakGroup: key,
    priceTable: tableOf(charge, parent, present),
  };
}

function settled<Line extends ChargedLine>(line: Line, part: SettledPart): Line {
  const isSame =
    line.parentLineId === part.parentLineId &&
    line.quantity === part.quantity &&
    line.optional === part.optional &&
    line.chosen === part.chosen &&
    line.breakGroup === part.breakGroup &&
    line.priceTable === part.priceTable;
  return isSame ? line : { ...line, ...part };
}

/**
 * The lines with the charges they owe, each beneath its line; what hangs on a line that is gone is gone. A charge line that is there stays,
 * with the price or discount that a person gave it, also when its setup passes on to the next line of the group. Lines that stay as they
 * were stay the same objects, and the same list when nothing changes.
 */
export function settleCharges<Line extends ChargedLine>(lines: readonly Line[], make: MakeCharge<Line>): readonly Line[] {
  if (!lines.some((line) => line.parentLineId !== null || line.charges.length > 0)) return lines;
  const tops = lines.filter((line) => line.parentLineId === null);
  const present = lines.filter((line) => line.kind === 'charge' && line.chargeId !== null);
  const owed = owedBy(tops);
  const claimed = claim(owed, present);
  const ids = new Set(lines.map(({ id }) => id));
  const below = Map.groupBy(
    lines.filter((line) => line.parentLineId !== null && !(line.kind === 'charge' && line.chargeId !== null)),
    (line) => line.parentLineId,
  );
  const charges = new Map<string, Line[]>();
  for (const each of owed) {
    const line = claimed.get(each);
    // What the product charges no more is kept where it is, and never made.
    if (line === undefined && each.charge.gone) continue;
    const next = line === undefined ? made(each, ids, make) : settled(line, settledPart(each, line.priceTable));
    charges.set(each.parent.id, [...(charges.get(each.parent.id) ?? []), next]);
  }
  const order = (line: Line, charge: Line) => line.charges.findIndex(({ id }) => id === charge.chargeId);
  const next = tops.flatMap((line) => [
    line,
    ...(below.get(line.id) ?? []),
    ...(charges.get(line.id) ?? []).toSorted((a, b) => order(line, a) - order(line, b)),
  ]);
  return next.length === lines.length && next.every((line, at) => line === lines[at]) ? lines : next;
}

/** Which line that is there is which charge owed: of the same group first, then of the same parent, whose group may have changed. */
function claim<Line extends ChargedLine>(owed: readonly Owed<Line>[], present: readonly Line[]): ReadonlyMap<Owed<Line>, Line> {
  const place = (chargeId: string | null, parentId: string | null) => `${chargeId} ${parentId}`;
  const byKey = new Map(present.map((line) => [line.breakGroup, line]));
  const byPlace = new Map(present.map((line) => [place(line.chargeId, line.parentLineId), line]));
  const claimed = new Map<Owed<Line>, Line>();
  const taken = new Set<Line>();
  const take = (each: Owed<Line>, line: Line | undefined) => {
    if (line === undefined || taken.has(line) || claimed.has(each)) return;
    claimed.set(each, line);
    taken.add(line);
  };
  for (const each of owed) if (each.charge.kind === 'setup') take(each, byKey.get(each.key));
  for (const each of owed) take(each, byPlace.get(place(each.charge.id, each.parent.id)));
  return claimed;
}

function made<Line extends ChargedLine>(each: Owed<Line>, ids: Set<string>, make: MakeCharge<Line>): Line {
  let id = derivedId(each.parent.id, each.charge.id);
  // The setup of a line that left and came back may still be there, at the next line of its group.
  while (ids.has(id)) id = derivedId(id, each.charge.id);
  ids.add(id);
  return make(id, each.charge, each.parent, settledPart(each, null));
}

/**
 * The lines with a charge taken off by a person, or owed again: a run at its own line, a setup at every line that shares it. The charge line
 * itself is not touched.
 */
export function withWaiver<Line extends ChargedLine>(
  lines: readonly Line[],
  { chargeId, parentLineId, breakGroup }: Pick<ChargedLine, 'chargeId' | 'parentLineId' | 'breakGroup'>,
  waived: boolean,
): readonly Line[] {
  return lines.map((line) => {
    const charge = line.charges.find(({ id }) => id === chargeId);
    const isMeant =
      charge !== undefined && charge.waived !== waived && (line.id === parentLineId || (charge.kind === 'setup' && keyOf(charge, line) === breakGroup));
    return isMeant ? { ...line, charges: line.charges.map((each) => (each === charge ? { ...each, waived } : each)) } : line;
  });
}

/** Whether a person gave this charge line something of its own, so that another line must not merge with the one it hangs on. */
export function isChargeTouched(line: {
  readonly override: unknown;
  readonly discount: unknown;
  readonly noteCustomer: string;
  readonly noteInternal: string;
}): boolean {
  return line.override !== null || line.discount !== null || line.noteCustomer !== '' || line.noteInternal !== '';
}
