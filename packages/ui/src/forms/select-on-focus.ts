/**
 * Selects all of a field that has just got the focus, so that typing takes its place: at once, and again in the next frame, since letting go
 * of the pointer undoes it, and the text to edit may be another than the one that was shown. Never under what was entered meanwhile, be it the same.
 */
export function selectOnFocus(field: HTMLInputElement): void {
  let isEntered = false;
  const note = () => {
    isEntered = true;
  };
  field.addEventListener('input', note);
  field.select();
  requestAnimationFrame(() => {
    field.removeEventListener('input', note);
    if (!isEntered && field.ownerDocument.activeElement === field) field.select();
  });
}
