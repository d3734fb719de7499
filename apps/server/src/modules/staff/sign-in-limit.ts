import { Problem } from '../problem.ts';

/** Slows guessing down: ten attempts at one address and thirty from one place in fifteen minutes. */
export type SignInLimit = {
  readonly take: (attempt: Attempt) => Promise<void>;
  /** The password was right: what came before was typing, not guessing. */
  readonly forget: (attempt: Attempt) => Promise<void>;
};
type Attempt = { readonly email: string; readonly ipAddress: string };
type Store = {
  readonly count: (key: string, windowSeconds: number) => Promise<{ readonly attempts: number; readonly secondsLeft: number }>;
  readonly clear: (key: string) => Promise<void>;
};

const windowSeconds = 15 * 60;
const perEmail = 10;
const perPlace = 30;

export function createSignInLimit(store: Store): SignInLimit {
  const check = async (key: string, most: number) => {
    const { attempts, secondsLeft } = await store.count(key, windowSeconds);
    if (attempts > most) throw new Problem('request.rate_limited', { headers: { 'retry-after': String(Math.max(1, secondsLeft)) } });
  };
  return {
    take: async ({ email, ipAddress }) => {
      await check(`email:${email}`, perEmail);
      await check(`place:${ipAddress}`, perPlace);
    },
    forget: async ({ email, ipAddress }) => {
      await store.clear(`email:${email}`);
      await store.clear(`place:${ipAddress}`);
    },
  };
}
