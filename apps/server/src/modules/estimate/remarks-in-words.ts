// What an acceptance found, in the words of the mails about it. Pure.
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { type AvailabilityNotice, availabilityText } from '@backdesk/domain/estimate/availability.ts';
import { acceptedHoldText, type PriceHold } from '@backdesk/domain/estimate/price-hold.ts';
import { hasMoved, ratesGoneText, type TotalToday, totalTodayText } from '@backdesk/domain/estimate/total-today.ts';
import { moneyInWords } from '../money-in-words.ts';
import { countInWords, dayInWords } from '../outbox/in-words.ts';

/** Beside the lines: until when it holds, what it would come to today, and what is short, for either reader. */
export type Findings = {
  readonly hold: PriceHold;
  readonly today: TotalToday;
  readonly acceptedAmount: number;
  readonly staff: readonly AvailabilityNotice[];
  readonly customer: readonly AvailabilityNotice[];
};

/** More lines than this are counted, not listed: the page and the draft say them all. */
const mostListed = 10;

export function remarksFor(to: 'staff' | 'customer', content: FrozenEstimate, findings: Findings): readonly string[] {
  const { locale, name } = content.account;
  const { hold, today, acceptedAmount } = findings;
  const words = { quantity: (pieces: number) => countInWords(pieces, locale), day: (day: string) => dayInWords(day, locale) };
  const lines = new Map(content.lines.map((line) => [line.id, [line.name, ...line.options.map(({ value }) => value)].join(' · ')]));
  const notices = findings[to];
  const listed = notices.slice(0, mostListed).map((notice) => `${lines.get(notice.lineId) ?? ''}: ${availabilityText(notice, words)}`);
  const more = notices.length > mostListed ? [`And ${words.quantity(notices.length - mostListed)} more lines`] : [];
  if (to === 'customer') return [acceptedHoldText(hold, words, name, false), ...listed, ...more];
  const money = (amount: number) => moneyInWords(amount, content.currency, locale);
  const held = hold.policy === 'honour' ? 'and is charged' : `and holds until ${words.day(hold.acceptedUntil)}`;
  const gone = ratesGoneText(today, { amount: money });
  const moved = `At today’s prices it would be ${totalTodayText(today, { amount: money })}.${gone === '' ? '' : ` ${gone}.`}`;
  const isMoved = hasMoved(today, acceptedAmount);
  // What may not be back-ordered is not ordered while it is short.
  const stuck = notices.some(({ kind }) => kind !== 'later') ? ['It cannot be ordered as it is: settle that with the customer first.'] : [];
  return [...(isMoved ? [`${moved} What was accepted is ${money(acceptedAmount)} ${held}.`] : []), ...listed, ...more, ...stuck];
}
