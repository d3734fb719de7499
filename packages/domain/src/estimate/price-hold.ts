// Until when the prices of an estimate hold and what happens after: stated in the estimate itself, so frozen with it, and told to both sides
// in the same words. Decision record 0056.

/** When prices no longer hold and the total is another: as accepted, at today's prices only after issuing anew, or staff say. */
export const driftPolicies = ['honour', 'ask', 'requote'] as const;
export type DriftPolicy = (typeof driftPolicies)[number];

/** The policy in force: what was stated, or what the account does by now where that is kinder to the customer. Revisions of before state none. */
export function policyInForce(stated: DriftPolicy | undefined, account: DriftPolicy): DriftPolicy {
  if (stated === undefined) return account;
  return driftPolicies.find((policy) => policy === stated || policy === account) ?? account;
}

/** Days as YYYY-MM-DD, each through its last second where the account is. */
export type PriceHold = {
  /** The last day to accept. */
  readonly until: string;
  /** Once accepted; not before `until`. */
  readonly acceptedUntil: string;
  readonly policy: DriftPolicy;
  /** What the estimate itself and its paper say, where the account has become kinder since; null: the same. */
  readonly stated: StatedHold | null;
};

export type StatedHold = { readonly acceptedUntil: string; readonly policy: DriftPolicy };

type Words = { readonly day: (day: string) => string };

const afterwards: Readonly<Record<Exclude<DriftPolicy, 'honour'>, string>> = {
  ask: 'may send it anew and ask you again',
  requote: 'sends it anew and asks you again',
};

/**
 * To who may accept it. "We" would leave open who: it is read on paper too. What is kinder by now is told after what was stated, so that
 * page, mail and paper say the same.
 * @example honour: "These prices hold until Dec 12, 2026. What you accept by then is what you are charged."
 */
export function priceHoldText(hold: PriceHold, words: Words, shop: string): string {
  const { until, acceptedUntil, policy, stated } = hold;
  if (stated === null) return statedText(until, hold, words, shop);
  const longer = `once you accept they hold until ${words.day(acceptedUntil)}`;
  const now = policy === 'honour' ? 'what you accept by then is what you are charged' : `${longer}${stated.policy === policy ? '' : after(policy, shop)}`;
  return `${statedText(until, stated, words, shop)} ${kinder(shop)} ${now}.`;
}

function statedText(until: string, { acceptedUntil, policy }: StatedHold, { day }: Words, shop: string): string {
  const hold = `These prices hold until ${day(until)}`;
  if (policy === 'honour') return `${hold}. What you accept by then is what you are charged.`;
  const longer = acceptedUntil > until ? `, and once you accept until ${day(acceptedUntil)}` : '';
  return `${hold}${longer}. If it is ordered after that at another total, ${shop} ${afterwards[policy]}.`;
}

const after = (policy: keyof typeof afterwards, shop: string) => `, and if it is ordered after that at another total, ${shop} ${afterwards[policy]}`;
const kinder = (shop: string) => `${shop} has become kinder since this was issued:`;

/** To who accepted it, while it is not ordered. `isOver`: the prices no longer hold. */
export function acceptedHoldText({ acceptedUntil, policy, stated }: PriceHold, words: Words, shop: string, isOver: boolean): string {
  const asStated = acceptedText({ acceptedUntil, policy: stated?.policy ?? policy }, words, shop, isOver);
  if (stated === null || stated.policy === policy) return asStated;
  const now = policy === 'honour' ? 'what you accepted is what you are charged' : `it ${afterwards[policy]}`;
  return `${asStated} ${kinder(shop)} ${now}.`;
}

function acceptedText({ acceptedUntil, policy }: StatedHold, { day }: Words, shop: string, isOver: boolean): string {
  if (policy === 'honour') return 'What you accepted is what you are charged.';
  if (isOver) return `Its prices held until ${day(acceptedUntil)}. If its total is another by now, ${shop} ${afterwards[policy]} before it is ordered.`;
  return `What you accepted holds until ${day(acceptedUntil)}. If it is ordered after that at another total, ${shop} ${afterwards[policy]}.`;
}
