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
};

type Words = { readonly day: (day: string) => string };

const afterwards: Readonly<Record<Exclude<DriftPolicy, 'honour'>, string>> = {
  ask: 'may send it anew and ask you again',
  requote: 'sends it anew and asks you again',
};

/**
 * To who may accept it. "We" would leave open who: it is read on paper too.
 * @example honour: "These prices hold until Dec 12, 2026. What you accept by then is what you are charged."
 */
export function priceHoldText({ until, acceptedUntil, policy }: PriceHold, { day }: Words, shop: string): string {
  const hold = `These prices hold until ${day(until)}`;
  if (policy === 'honour') return `${hold}. What you accept by then is what you are charged.`;
  const longer = acceptedUntil > until ? `, and once you accept until ${day(acceptedUntil)}` : '';
  return `${hold}${longer}. If it is ordered after that at another total, ${shop} ${afterwards[policy]}.`;
}

/** To who accepted it, while it is not ordered. `isOver`: the prices no longer hold. */
export function acceptedHoldText({ acceptedUntil, policy }: PriceHold, { day }: Words, shop: string, isOver: boolean): string {
  if (policy === 'honour') return 'What you accepted is what you are charged.';
  if (isOver) return `Its prices held until ${day(acceptedUntil)}. If its total is another by now, ${shop} ${afterwards[policy]} before it is ordered.`;
  return `What you accepted holds until ${day(acceptedUntil)}. If it is ordered after that at another total, ${shop} ${afterwards[policy]}.`;
}
