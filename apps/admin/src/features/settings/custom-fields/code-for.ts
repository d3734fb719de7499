/** A code from a label: "In-hands date" gives "in_hands_date". Empty where the label has no letter of a to z. */
export function codeFor(label: string): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[0-9_]+|_+$/g, '')
    .slice(0, 60);
}
