/** Whether a value is none: null, blank text, and a box that is not ticked (a required one has to be). */
export function isEmptyField(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || value === false;
}
