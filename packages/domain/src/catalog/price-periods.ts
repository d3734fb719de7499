// Price periods: prices with a first or a last day, which stand before the prices without days while they are in force. Pure.

export type PeriodDays = { readonly validFrom: string | null; readonly validUntil: string | null };

/** Where a period stands: two of one place must not overlap. `null`: of every variant, of everybody. */
export type PeriodPlace = { readonly variantId: string | null; readonly roleId: string | null };

export type PeriodFault =
  | { readonly at: number; readonly fault: 'no_day' }
  | { readonly at: number; readonly fault: 'ends_before' }
  /** `other`: the index of the one before it that it overlaps. */
  | { readonly at: number; readonly fault: 'overlaps'; readonly other: number };

/** Whether a period is over, in force or still to come on a day ("2026-11-23"); both of its days are in it. */
export function periodState({ validFrom, validUntil }: PeriodDays, day: string): 'ended' | 'now' | 'coming' {
  if (validUntil !== null && validUntil < day) return 'ended';
  return validFrom !== null && validFrom > day ? 'coming' : 'now';
}

function overlap(a: PeriodDays, b: PeriodDays): boolean {
  const startsInTime = (one: PeriodDays, other: PeriodDays) => one.validFrom === null || other.validUntil === null || one.validFrom <= other.validUntil;
  return startsInTime(a, b) && startsInTime(b, a);
}

/**
 * What is wrong with the periods of a product, by their places in the list: one without any day, one that ends before it begins, and two of
 * the same variant and role that share a day.
 * @example Nov 1–30 and Nov 30–Dec 5 share the thirtieth; Nov 1–30 and "from Dec 1" do not.
 */
export function periodFaults(periods: readonly (PeriodDays & PeriodPlace)[]): readonly PeriodFault[] {
  return periods.flatMap((period, at): readonly PeriodFault[] => {
    const { validFrom, validUntil, variantId, roleId } = period;
    if (validFrom === null && validUntil === null) return [{ at, fault: 'no_day' }];
    if (validFrom !== null && validUntil !== null && validUntil < validFrom) return [{ at, fault: 'ends_before' }];
    const other = periods.findIndex((each, index) => index < at && each.variantId === variantId && each.roleId === roleId && overlap(each, period));
    return other < 0 ? [] : [{ at, fault: 'overlaps', other }];
  });
}
