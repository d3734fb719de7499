// Two people in one order: a write names the version it was made on; a field someone else changed after that is a conflict, everything
// else merges (design "Two at once").

export type FieldChange = { readonly version: number; readonly actor: string };

/**
 * Which of the written fields conflict. `changes` says for each field which version last changed it and who did; a field nobody changed
 * is absent. Without `basedOn` nothing conflicts (an integration applies as it comes).
 */
export function conflictingFields(
  fields: readonly string[],
  changes: Readonly<Record<string, FieldChange>>,
  write: { readonly basedOn: number | undefined; readonly actor: string },
): readonly string[] {
  const { basedOn, actor } = write;
  if (basedOn === undefined) return [];
  return fields.filter((field) => {
    const change = changes[field];
    return change !== undefined && change.version > basedOn && change.actor !== actor;
  });
}
