import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { accountAddress } from './mail-input.ts';

/** Who sells, a line each, as far as it was entered: legal name, address, tax number, phone, e-mail. The account's name stands above. */
export function sellerLines({ account }: Pick<FrozenEstimate, 'account'>): string[] {
  const { legalName = '', taxId = '', phone = '', email = '' } = account.seller ?? {};
  const name = legalName === account.name ? '' : legalName;
  return [name, ...accountAddress(account.address), taxId, phone, email].filter((line) => line !== '');
}
