// What a password must be: long enough, not one of the commonest, not the person's own address. No rules about kinds of
// characters, and pasting is welcome (OWASP ASVS 6.2). Decision record 0018.

export const shortestPassword = 8;
/** Advised beside the field; never demanded. */
export const advisedPassword = 15;
export const longestPassword = 128;

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'is_email';

// The commonest of at least eight characters in the published lists of stolen ones. Kept small on purpose: the browser has it too.
const common = new Set(
  `123456789 1234567890 12345678 123123123 987654321 0987654321 11111111 00000000 88888888 1q2w3e4r 1q2w3e4r5t 1qaz2wsx
  123qwe123 12341234 12344321 11223344 112233445566 147258369 159753456 741852963 789456123 87654321 9876543210 qwerty123
  qwertyuiop qwerty1234 qwerty12 qwertyui asdfghjkl asdfasdf asdf1234 zxcvbnm123 zxcvbnm1 q1w2e3r4 q1w2e3r4t5 1234qwer
  qwer1234 abcd1234 abc12345 abcdefgh abcdefg1 a1b2c3d4 aa123456 password password1 password12 password123 password1234
  passw0rd p@ssw0rd p@ssword pass1234 passwort passwort1 motdepasse contraseña iloveyou iloveyou1 iloveyou2 sunshine sunshine1
  princess princess1 football football1 baseball baseball1 basketball superman superman1 batman123 trustno1 welcome1 welcome123
  letmein1 letmein123 admin123 admin1234 administrator changeme changeme1 changeme123 default1 secret123 starwars starwars1
  computer internet whatever jennifer michelle michael1 jordan23 liverpool liverpool1 chelsea1 arsenal1 barcelona juventus
  mustang1 corvette mercedes dragon123 monkey123 shadow12 master12 killer12 hello123 hello1234 charlie1 test1234 testtest
  samsung1 nintendo pokemon1 minecraft freedom1 chocolate butterfly snoopy12 elizabeth november december september october1
  summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 autumn2026 backdesk
  backdesk1 backdesk123 qazwsxedc qazwsx123 1234abcd 12qwaszx zaq12wsx zaq1zaq1 target123 lovely12 loveme12 password! password1!`
    .split(/\s+/)
    .map((word) => word.normalize('NFKC')),
);

/**
 * Why a password is refused, or null. Lengths are counted in characters as people see code points, after NFKC; letters'
 * case does not save a common one.
 */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const normal = password.normalize('NFKC');
  const length = [...normal].length;
  if (length < shortestPassword) return 'too_short';
  if (length > longestPassword) return 'too_long';
  const lower = normal.toLowerCase();
  if (common.has(lower) || new Set(lower).size === 1) return 'too_common';
  const address = email.trim().toLowerCase();
  return address !== '' && (lower === address || lower === address.split('@')[0]) ? 'is_email' : null;
}
