/** The fields of `wanted` whose value differs from that of `before`, with what they were. Not given (undefined) is no change. */
export function changedFields<Fields extends Readonly<Record<string, unknown>>>(
  before: { readonly [Name in keyof Fields]-?: unknown },
  wanted: Fields,
): readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[] {
  return Object.entries(wanted).flatMap(([field, to]) => {
    const from = before[field];
    return to === undefined || JSON.stringify(to) === JSON.stringify(from) ? [] : [{ field, from, to }];
  });
}

/** Adds a stamp for each of the changed fields: the version that changed them, or that a person did. */
export function stamped<Value>(
  stamps: Readonly<Record<string, Value>>,
  changes: readonly { readonly field: string }[],
  value: Value,
): Readonly<Record<string, Value>> {
  return { ...stamps, ...Object.fromEntries(changes.map(({ field }) => [field, value])) };
}
