import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { type PriceHold, policyInForce } from '@backdesk/domain/estimate/price-hold.ts';
import type { AccountSettings } from '../../db/account-settings.ts';
import { daysAfter } from './valid-until.ts';

type Stated = Pick<FrozenEstimate, 'policies'>;

/** What happens once the prices of this estimate no longer hold: as it stated, or as the account does by now where that is kinder. */
export const driftPolicyOf = ({ policies }: Stated, account: Pick<AccountSettings, 'driftPolicy'>) => policyInForce(policies.drift, account.driftPolicy);

/** Until when its prices hold for who accepts it by `validUntil`, which may have been extended. */
export function priceHoldOf(content: Stated, validUntil: string, account: Pick<AccountSettings, 'driftPolicy' | 'acceptedLockDays'>): PriceHold {
  const { drift, acceptedLockDays = 0 } = content.policies;
  const inForce = { acceptedUntil: daysAfter(validUntil, Math.max(acceptedLockDays, account.acceptedLockDays)), policy: driftPolicyOf(content, account) };
  const stated = drift === undefined ? inForce : { acceptedUntil: daysAfter(validUntil, acceptedLockDays), policy: drift };
  const isSame = stated.policy === inForce.policy && (stated.policy === 'honour' || stated.acceptedUntil === inForce.acceptedUntil);
  return { until: validUntil, ...inForce, stated: isSame ? null : stated };
}
