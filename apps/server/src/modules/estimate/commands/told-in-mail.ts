import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { EstimateMailInput } from '@backdesk/documents/mail/types.ts';
import { compareEstimates, countChanges } from '@backdesk/domain/estimate/compare-estimates.ts';
import { describeChange, describeSum } from '@backdesk/domain/estimate/describe-change.ts';
import { priceHoldText } from '@backdesk/domain/estimate/price-hold.ts';
import type { CommandContext } from '../../context.ts';
import { moneyInWords, percentInWords } from '../../money-in-words.ts';
import { countInWords, dayInWords, unitPriceInWords } from '../../outbox/in-words.ts';
import { isSealIntact } from '../freeze-estimate.ts';
import { priceHoldOf } from '../price-hold-of.ts';
import { findAcceptanceUpTo } from '../queries/decisions.ts';
import { findReleasedBefore } from '../queries/revisions.ts';

export type ToldInMail = Pick<EstimateMailInput, 'changes' | 'hold'>;

/** More changes than this are counted: the page lists them all. */
const mostListed = 12;

/** What the mail of a revision tells beside its content: what changed since the one that was out before, and until when its prices hold. */
export async function toldInMail(context: Pick<CommandContext, 'tx' | 'scope' | 'account'>, content: FrozenEstimate): Promise<ToldInMail> {
  const { locale, name } = content.account;
  const hold = priceHoldText(priceHoldOf(content, content.validUntil, context.account), { day: (day) => dayInWords(day, locale) }, name);
  return { hold, changes: content.revision === 1 ? null : await changesIn(context, content) };
}

async function changesIn({ tx, scope }: Pick<CommandContext, 'tx' | 'scope'>, content: FrozenEstimate): Promise<ToldInMail['changes']> {
  const { orderId, revision, currency, account } = content;
  const before = await findReleasedBefore(tx, scope, orderId, revision);
  // One that was changed behind our back is told by verifying; it must not keep this one from being sent.
  if (before === undefined || !isSealIntact(before)) return null;
  const { locale } = account;
  const money = (amount: number) => moneyInWords(amount, currency, locale);
  const words = {
    quantity: (pieces: string) => countInWords(Number(pieces), locale),
    unitPrice: (price: string) => unitPriceInWords(price, currency, locale),
    amount: money,
    day: (day: string) => dayInWords(day, locale),
    percent: (ppm: number) => percentInWords(ppm, locale),
  };
  const comparison = compareEstimates(before.content, content);
  const changes = comparison.changes.map((change) => {
    const { difference } = change;
    return `${describeChange(change, words)}${difference === null || difference === 0 ? '' : ` (${difference > 0 ? '+' : '−'}${money(Math.abs(difference))})`}`;
  });
  const count = countChanges(comparison);
  const since = count === 1 ? '1 change' : `${countInWords(count, locale)} changes`;
  const accepted = await findAcceptanceUpTo(tx, scope, orderId, revision - 1);
  const result = accepted?.content.result ?? null;
  if (count === 0 && result === null) return null;
  return {
    title:
      accepted === undefined || result === null
        ? `${since} since r${before.revision}`
        : `You accepted r${accepted.revision} at ${money(result.total)}. This takes its place and needs your answer: ${changedSince(since, count, { accepted, before })}`,
    sentences: [
      ...changes.slice(0, mostListed),
      ...(changes.length > mostListed ? [`And ${countInWords(changes.length - mostListed, locale)} more`] : []),
      ...comparison.sums.map((sum) => describeSum(sum, words)),
    ],
  };
}

/** Where others were out between what was accepted and this one, it is the last of them that is compared with. */
function changedSince(
  since: string,
  count: number,
  { accepted, before }: { readonly accepted: { readonly revision: number }; readonly before: { readonly revision: number } },
): string {
  if (accepted.revision === before.revision) return count === 0 ? 'nothing else changed' : since;
  return count === 0 ? `nothing changed since r${before.revision}` : `${since} since r${before.revision}`;
}
