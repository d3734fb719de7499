/**
 * The unit in which a variant is sold: quantities, prices, weight and stock count it ("3 cases of 12" is a quantity of 3).
 * Without one a variant is sold by the piece. (ordering-facts §10.1: UnitCode and UnitQuantity.)
 */
export type SellingUnit = {
  /** One of it, as it is printed: "case". */
  readonly name: string;
  /** Pieces in one of it, 1 or more. */
  readonly pieces: number;
};

type Option = { readonly name: string; readonly value: string };

const soldBy = 'Sold by';

/** "case of 12"; of one piece the name alone: "metre". */
export function unitText({ name, pieces }: SellingUnit): string {
  return pieces === 1 ? name : `${name} of ${pieces}`;
}

/**
 * What a line prints of its variant: its options, and the unit where it has one. It stands in the line like the options, so that
 * whatever prints, freezes or sends them says what the quantity counts.
 */
export function withUnit(options: readonly Option[], unit: SellingUnit | null): readonly Option[] {
  return unit === null ? options : [...options, { name: soldBy, value: unitText(unit) }];
}

/** Whether a line that prints these options counts units, not pieces. */
export const isSoldByUnit = (options: readonly Option[]): boolean => options.some(({ name }) => name === soldBy);

type Printed = { readonly options: readonly Option[]; readonly unit: SellingUnit | null };

/**
 * The options that a line was entered with, and the unit of now, from what the variant prints now: the unit that stood there gives
 * way. A variant may have an option of that name of its own, which stays.
 */
export function renewedUnit(entered: readonly Option[], now: Printed): readonly Option[] {
  const named = now.options.filter(({ name }) => name === soldBy).length;
  let own = now.unit === null ? named : named - 1;
  const kept = entered.filter(({ name }) => name !== soldBy || own-- > 0);
  return withUnit(kept, now.unit);
}
