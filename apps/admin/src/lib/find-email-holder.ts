import type { FindEmailHolder } from '@backdesk/ordering/customer/use-email-holder.ts';
import { api } from './api.ts';

/** Who has an e-mail address, for both places where the customer form stands. */
export const findEmailHolder: FindEmailHolder = async (email, signal) => (await api.findCustomerByEmail({ query: { email } }, { signal })).holder;
