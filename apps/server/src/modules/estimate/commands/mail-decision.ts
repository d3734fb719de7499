import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { DecisionMailInput } from '@backdesk/documents/mail/types.ts';
import { renderDecisionMail } from '@backdesk/documents/mail.ts';
import type { PricedChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { reasonsInWords } from '@backdesk/domain/order/describe-event.ts';
import type { CommandContext } from '../../context.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { timeInWords } from '../../outbox/in-words.ts';
import { accountAddress, estimateTitle, mailLines, mailTotals } from '../mail-input.ts';
import { findOwnerEmail } from '../queries/find-owner-email.ts';
import { isLinkRevoked } from '../queries/links.ts';
import { type Findings, remarksFor } from '../remarks-in-words.ts';
import type { Kept } from './keep-decision.ts';
import { openLink } from './open-link.ts';

export type Copy = {
  readonly email: string | null;
  /** Their link was revoked: no copy, which would open it again. */
  readonly isWithheld: boolean;
};

/** Whose copy of an acceptance it is: by a link of their own theirs, else the customer's. */
export async function copyOf({ tx, scope, actor, email: own }: CommandContext, { orderId, customer }: FrozenEstimate): Promise<Copy> {
  const email = (actor.kind === 'link' ? own : null) ?? customer.email;
  return { email, isWithheld: email !== null && (await isLinkRevoked(tx, scope, orderId, email)) };
}

/**
 * Tells whoever looks after the order at once, and gives the customer their copy of what they accepted. Of an acceptance both carry the
 * PDF with its certificate, drawn when the mail leaves.
 */
export async function mailDecision(
  context: CommandContext,
  content: FrozenEstimate,
  kept: Kept,
  /** Of an acceptance. */
  accepted?: { readonly priced: PricedChoices; readonly findings: Findings },
): Promise<void> {
  const { priced, findings } = accepted ?? {};
  const remarks = (to: 'staff' | 'customer') => (findings === undefined ? [] : remarksFor(to, content, findings));
  const { orderId } = content;
  const certificateOf = priced === undefined ? null : kept.id;
  const input = mailInput(context, content, kept, priced);
  const staff = await findOwnerEmail(context.tx, context.scope, orderId);
  const { email: customer, isWithheld } = await copyOf(context, content);
  if (staff !== null) {
    const withheld = isWithheld && priced !== undefined ? [`No copy was sent to ${customer}: their link was revoked.`] : [];
    const rendered = await renderDecisionMail({
      ...input,
      to: 'staff',
      remarks: [...remarks('staff'), ...withheld],
      link: `${context.publicUrl}/admin/orders/${orderId}`,
    });
    await queueMail(context, { template: 'estimate_decision', orderId, revision: null, recipients: [staff], replyTo: customer, certificateOf, ...rendered });
  }
  if (customer === null || isWithheld || priced === undefined) return;
  const { url } = await openLink(context, orderId, customer);
  const rendered = await renderDecisionMail({ ...input, to: 'customer', remarks: remarks('customer'), link: url });
  await queueMail(context, { template: 'estimate_accepted', orderId, revision: null, recipients: [customer], replyTo: staff, certificateOf, ...rendered });
}

function mailInput(
  context: CommandContext,
  content: FrozenEstimate,
  { content: decision }: Kept,
  priced: PricedChoices | undefined,
): Omit<DecisionMailInput, 'to' | 'remarks' | 'link'> {
  const { account, customer, company, number, revision } = content;
  const words = { currency: content.currency, locale: account.locale };
  const lines = new Map(content.lines.map((line) => [line.id, line]));
  const prices = new Map((priced?.pricing.lines ?? []).map((line) => [line.lineId, line]));
  const { name, title, reason, note } = decision;
  const asked = content.deposit == null || decision.result?.deposit === undefined ? null : { ...content.deposit, ...decision.result.deposit };
  return {
    account: { name: account.name, accent: account.accent, address: accountAddress(account.address) },
    locale: account.locale,
    customer: { name: customer.name, company: company?.name ?? '' },
    kind: decision.kind,
    estimate: { title: estimateTitle(number, revision) },
    by: [name, title].filter((part) => part !== '').join(', '),
    recordedBy: decision.recordedBy ?? '',
    decidedAt: timeInWords(context.now, account),
    reason: reason === '' ? note : [reasonsInWords[reason] ?? reason, note].filter((part) => part !== '').join(': '),
    poNumber: decision.poNumber,
    consent: decision.consent?.text ?? '',
    comments: decision.comments.map(({ line, text }) => ({ line, text })),
    lines: mailLines(
      (priced?.lines ?? []).flatMap((chosen) => {
        const line = lines.get(chosen.id);
        if (line === undefined || (chosen.optional && !chosen.chosen)) return [];
        const price = prices.get(chosen.id);
        return [{ ...line, quantity: chosen.quantity, chosen: true, unitPrice: price?.unitPrice ?? null, total: price?.total ?? 0 }];
      }),
      words,
    ),
    totals:
      priced === undefined
        ? null
        : mailTotals(priced.pricing.totals, words, content.policies.priceMode === 'tax_included', {
            deposit: asked,
            when: ' due',
            paymentTerms: content.paymentTerms,
          }),
  };
}
