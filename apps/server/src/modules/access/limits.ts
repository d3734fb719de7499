// How often something may be tried. Counted in the database, so that several processes count together; what is over its
// limit is remembered here too, so that a flood costs one look at a map. Decision record 0018.
import type { Clock } from '../../adapters/clock/port.ts';
import type { AttemptsStore } from '../../db/attempts-store.ts';
import { Problem } from '../problem.ts';

type Rule = { readonly most: number; readonly seconds: number };

const quarter = 15 * 60;
/** Most attempts in a window, in seconds. */
const rules = {
  // One address from one place: whoever guesses from elsewhere does not lock the person out.
  sign_in: { most: 10, seconds: quarter },
  sign_in_place: { most: 30, seconds: quarter },
  // One address from all places that it never signed in from: guessing spread over many machines.
  sign_in_address: { most: 100, seconds: quarter },
  // Codes after a right password: six digits must not be tried through.
  second_factor: { most: 10, seconds: quarter },
  password_change: { most: 10, seconds: quarter },
  // Guests of the site that nobody has seen before, from one place: each may make a cart.
  new_guest: { most: 600, seconds: quarter },
  // Files that customers send from one place.
  site_upload: { most: 100, seconds: quarter },
  // Discount codes tried from one place: they are secrets of a kind.
  site_code: { most: 40, seconds: quarter },
  reset_place: { most: 10, seconds: quarter },
  reset_address: { most: 3, seconds: quarter },
  // Links that were never ours, from one place: estimates, invitations and new passwords together.
  wrong_link: { most: 60, seconds: quarter },
  // Answers and comments by one link from one place; each is kept and mailed.
  link_write: { most: 200, seconds: quarter },
} as const;
export type LimitName = keyof typeof rules;

export type Limits = {
  /** Counts an attempt and refuses it when there were too many: 429 with `Retry-After`. */
  readonly take: (name: LimitName, subject: string) => Promise<void>;
  /** Counts an attempt and says whether it is within the limit. */
  readonly allows: (name: LimitName, subject: string) => Promise<boolean>;
  /** Refuses what is known to be over, without counting. */
  readonly check: (name: LimitName, subject: string) => void;
  /** An attempt that was none after all (the password was right) is not counted. */
  readonly giveBack: (name: LimitName, subject: string) => Promise<void>;
  readonly forget: (names: readonly (readonly [LimitName, string])[]) => Promise<void>;
  /** A search of an actor; told to the database twenty times a limit, so that a search hardly pays for it. */
  readonly takeSearch: (actor: string) => Promise<void>;
};

type Options = { readonly store: AttemptsStore; readonly now: Clock['now']; readonly searchesPerMinute: number };

export function createLimits({ store, now, searchesPerMinute }: Options): Limits {
  const blocked = new Map<string, Date>();
  const untold = new Map<string, number>();
  const check = (key: string, rule: Rule) => {
    const until = blocked.get(key);
    if (until === undefined) return;
    const seconds = Math.ceil((until.getTime() - now().getTime()) / 1000);
    // More than a whole window: the clock was set back since.
    if (seconds > 0 && seconds <= rule.seconds) throw new Problem('request.rate_limited', { headers: { 'retry-after': String(seconds) } });
    blocked.delete(key);
  };
  const count = async (key: string, rule: Rule, more = 1): Promise<boolean> => {
    const { attempts, resetsAt } = await store.count(key, rule.seconds, more);
    if (attempts <= rule.most) return true;
    if (blocked.size >= mostRemembered) blocked.clear(); // they come back by their next attempt
    blocked.set(key, resetsAt);
    return false;
  };
  const take = async (key: string, rule: Rule, more = 1) => {
    check(key, rule);
    if (!(await count(key, rule, more))) check(key, rule);
  };
  const step = Math.max(1, Math.floor(searchesPerMinute / 20));
  return {
    take: (name, subject) => take(keyOf(name, subject), rules[name]),
    allows: (name, subject) => count(keyOf(name, subject), rules[name]),
    check: (name, subject) => check(keyOf(name, subject), rules[name]),
    giveBack: async (name, subject) => {
      await store.count(keyOf(name, subject), rules[name].seconds, -1);
    },
    forget: async (names) => {
      const keys = names.map(([name, subject]) => keyOf(name, subject));
      for (const key of keys) blocked.delete(key);
      await store.clear(keys);
    },
    takeSearch: async (actor) => {
      if (searchesPerMinute === 0) return;
      const key = `search:${actor}`;
      const rule = { most: searchesPerMinute, seconds: 60 };
      check(key, rule);
      const pending = (untold.get(key) ?? 0) + 1;
      untold.set(key, pending >= step ? 0 : pending);
      if (untold.size > mostRemembered) untold.clear();
      if (pending >= step) await take(key, rule, pending);
    },
  };
}

const mostRemembered = 10_000;
const keyOf = (name: LimitName, subject: string) => `${name}:${subject}`;

/** The place of an address: itself, or with IPv6 the network of one connection (the first 64 bits). */
export function placeOf(ipAddress: string): string {
  const plain = ipAddress.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - groups.length - last.length)).fill('0');
  return `${[...groups, ...zeros, ...last].slice(0, 4).join(':')}::/64`;
}
