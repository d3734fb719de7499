// What a line is called by once its values were renamed in the catalogue: a red shirt that is repeated may be a crimson one today.

export type NamedValue = { readonly name: string; readonly value: string };
export type RenamedValue = { readonly name: string; readonly from: string; readonly to: string };

/**
 * The values that read otherwise now, under the names of today: those of the same option; what is left is paired in its order, since an
 * option may be renamed with its values. An option that was only renamed, or put elsewhere in the order, is no change.
 */
export function renamedValues(was: readonly NamedValue[], now: readonly NamedValue[]): readonly RenamedValue[] {
  const wasNamed = new Map(was.map((each) => [each.name, each]));
  const names = new Set(now.map(({ name }) => name));
  const others = was.filter(({ name, value }) => !names.has(name) && !now.some((each) => !wasNamed.has(each.name) && each.value === value));
  return now.flatMap(({ name, value }) => {
    const same = wasNamed.get(name);
    if (same === undefined && was.some((each) => !names.has(each.name) && each.value === value)) return [];
    const before = same ?? others.shift();
    return before === undefined || before.value === value ? [] : [{ name, from: before.value, to: value }];
  });
}
