import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import type { Sending } from '../../estimate/commands/mail-revision.ts';

type Addressed = {
  readonly email: string;
  readonly alsoTo: readonly string[];
  readonly cc: readonly string[];
  readonly message: string;
  readonly holdSeconds: number;
};

/** Whom it goes to: each address once, whatever its case and however often it was given. */
export function sendingOf({ email, alsoTo, cc, message, holdSeconds }: Addressed, now: Date): Sending {
  const to = onlyOnce([email, ...alsoTo], []);
  return { to, cc: onlyOnce(cc, to), message, heldUntil: holdSeconds === 0 ? undefined : new Date(now.getTime() + holdSeconds * 1000) };
}

function onlyOnce(addresses: readonly string[], others: readonly string[]): readonly string[] {
  const seen = new Set(others.map((address) => address.toLowerCase()));
  return addresses.filter((address) => {
    const key = address.toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

export function sentEvent(revision: number, { to, cc }: Sending): OrderEvent {
  return { type: 'estimate.sent', data: { revision, recipient: to.join(', '), ...(cc.length > 0 && { copies: cc.join(', ') }) } };
}
