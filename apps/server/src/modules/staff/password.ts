import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What trying one password costs: scrypt's memory (2^log2N × 128 × r bytes) and its passes. */
export type PasswordCost = { readonly log2N: number; readonly r: number; readonly p: number };

// The strength OWASP advises for scrypt (2^17 × 8 costs 128 MB): 2^15 × 8 with 3 passes weighs the same in 32 MB.
const standard: PasswordCost = { log2N: 15, r: 8, p: 3 };
const mostMemory = 64 * 1024 * 1024;
const keyBytes = 32;

function derive(password: string, salt: Buffer, { log2N, r, p }: PasswordCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same characters typed on two machines can be composed differently.
    scrypt(password.normalize('NFKC'), salt, keyBytes, { N: 2 ** log2N, r, p, maxmem: mostMemory }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** `scrypt$<log2N>-<r>-<p>$<salt>$<key>`, off the main thread. The cost stands in it, so that it can rise for new passwords. */
export async function hashPassword(password: string, cost: PasswordCost = standard): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return `scrypt$${textOf(cost)}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

export async function verifyPassword({ hash, password }: { readonly hash: string; readonly password: string }): Promise<boolean> {
  const parts = hash.split('$');
  // Hashes made before the cost stood in them have the standard one.
  const [kind, cost, salt, key] = parts.length === 3 ? [parts[0], textOf(standard), parts[1], parts[2]] : parts;
  const numbers = /^(\d{1,2})-(\d{1,2})-(\d{1,2})$/.exec(cost ?? '');
  if (kind !== 'scrypt' || numbers === null || salt === undefined || key === undefined) return false;
  const [log2N, r, p] = numbers.slice(1).map(Number) as [number, number, number];
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), { log2N, r, p });
  return expected.length === given.length && timingSafeEqual(expected, given);
}

const textOf = ({ log2N, r, p }: PasswordCost) => `${log2N}-${r}-${p}`;
