// What a password must be: long enough, not guessable, not the person's own address. No rules about kinds of characters,
// and pasting is welcome (OWASP ASVS 6.2). Decision record 0025.

export const shortestPassword = 12;
/** Advised beside the field; never demanded. */
export const advisedPassword = 15;
export const longestPassword = 128;

/** How hard a password is to guess, from 0 (in every list of stolen ones) to 4; what is below 3 is refused. */
export type PasswordScore = 0 | 1 | 2 | 3 | 4;
const leastScore = 3;

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'is_email';

/** What a guesser would try first besides the lists: the address, its parts, and the name of this program. */
export function guessesFor(email: string): readonly string[] {
  return [
    'backdesk',
    ...email
      .trim()
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  ].filter((word) => word.length > 2);
}

/**
 * Why a password is refused, or null. Lengths are counted in characters as people see code points, after NFKC. `rate` is
 * asked last, because it searches lists: without it (in a browser, before it is loaded) only the cheap rules are held.
 */
export function passwordFault(password: string, email: string, rate?: (password: string, guesses: readonly string[]) => PasswordScore): PasswordFault | null {
  const normal = password.normalize('NFKC');
  const length = [...normal].length;
  if (length < shortestPassword) return 'too_short';
  if (length > longestPassword) return 'too_long';
  const lower = normal.toLowerCase();
  if (new Set(lower).size === 1) return 'too_common';
  const address = email.trim().toLowerCase();
  if (address !== '' && (lower === address || lower === address.split('@')[0])) return 'is_email';
  return rate !== undefined && rate(normal, guessesFor(email)) < leastScore ? 'too_common' : null;
}
