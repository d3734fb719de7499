// Postcodes as zones and tax rates reach them: by how they begin, whatever the case, spaces and hyphens people type.

/** A postcode to compare by: "sw1a 1aa" is "SW1A1AA". */
export function postcodeKey(text: string): string {
  return text.replace(/[\s-]+/g, '').toUpperCase();
}

/** The longest of the prefixes that the postcode begins with, as it was written; null: none, or no postcode. */
export function longestPrefix(prefixes: readonly string[], postcode: string): string | null {
  const key = postcodeKey(postcode);
  let found: string | null = null;
  for (const prefix of prefixes) {
    const start = postcodeKey(prefix);
    if (start !== '' && key.startsWith(start) && (found === null || start.length > postcodeKey(found).length)) found = prefix;
  }
  return found;
}
