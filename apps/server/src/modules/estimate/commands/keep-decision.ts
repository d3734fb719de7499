import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { type EstimateChoices, noChoices } from '@backdesk/domain/estimate/choices.ts';
import { consentVersion } from '@backdesk/domain/estimate/consent-text.ts';
import { depositFor } from '@backdesk/domain/estimate/deposit.ts';
import type { PricedChoices } from '@backdesk/domain/estimate/price-choices.ts';
import type { CommandContext } from '../../context.ts';
import { seal } from '../freeze-estimate.ts';
import { listTrail } from '../queries/decisions.ts';
import { findLinkById } from '../queries/links.ts';
import { findDocument } from '../queries/papers.ts';
import { keepDecision as write } from '../store.ts';
import type { EvidenceFile } from './take-evidence.ts';

/** What differs from one decision to another; the rest of the evidence is gathered here. */
export type Decision = Pick<KeptDecision, 'kind' | 'channel' | 'name'> &
  Partial<Pick<KeptDecision, 'title' | 'note' | 'poNumber' | 'reason'>> & {
    readonly choices?: EstimateChoices;
    readonly comments?: readonly KeptDecision['comments'][number][];
    readonly consent?: string;
    readonly files?: readonly EvidenceFile[];
    readonly priced?: PricedChoices;
    /** Until when the prices hold; for an acceptance. */
    readonly lockUntil?: Date;
  };

export type Kept = { readonly id: string; readonly content: KeptDecision; readonly sha256: string };

/** Keeps a decision about a revision for good, with all that shows who made it. Call it under the order's lock. */
export async function keepDecision(
  context: CommandContext,
  revision: { readonly content: FrozenEstimate; readonly sha256: string },
  decision: Decision,
): Promise<Kept> {
  const { actor, account, now, origin } = context;
  const { orderId, number, revision: ofRevision } = revision.content;
  const { kind, channel, name, title = '', note = '', choices = noChoices, poNumber = '', reason = '', comments = [], files = [] } = decision;
  const content: KeptDecision = {
    format: 'backdesk.decision/1',
    ...{ kind, orderId, number, channel, name, title, note, poNumber, reason },
    revision: ofRevision,
    revisionSha256: revision.sha256,
    at: now.toISOString(),
    timeZone: account.timeZone,
    recordedBy: actor.kind === 'link' ? null : actor.name,
    link: actor.kind === 'link' ? { id: actor.id, recipient: (await findLinkById(context.tx, context.scope, actor.id))?.recipient ?? '' } : null,
    ipAddress: origin?.ipAddress ?? null,
    userAgent: origin?.userAgent ?? null,
    consent: decision.consent === undefined ? null : { text: decision.consent, version: consentVersion },
    choices: choices.lines.map((choice) => ({ ...choice })),
    leftOut: [...choices.leftOut],
    ...(files.length > 0 && { files: files.map((file) => ({ ...file })) }),
    ...(decision.priced !== undefined && (await whatWasBefore(context, revision))),
    result: decision.priced === undefined ? null : resultOf(decision.priced, revision.content, choices),
    comments: comments.map((comment) => ({ ...comment })),
  };
  const sealed = seal(content);
  const id = context.newId();
  await write(context, { id, orderId, revision: ofRevision, kind, lockUntil: decision.lockUntil ?? null }, sealed);
  return { id, content, sha256: sealed.sha256.toString('hex') };
}

/** What shows which document was out, and who had seen it, when it was accepted. */
async function whatWasBefore(
  { tx, scope }: CommandContext,
  { content: { orderId, revision }, sha256 }: { readonly content: FrozenEstimate; readonly sha256: string },
): Promise<Pick<KeptDecision, 'documentSha256' | 'trail'>> {
  const document = await findDocument(tx, scope, { orderId, revision }, Buffer.from(sha256, 'hex'));
  const trail = await listTrail(tx, scope, orderId, revision);
  return { documentSha256: document?.hash ?? null, trail: trail.map(({ at, ...fact }) => ({ ...fact, at: at.toISOString() })) };
}

function resultOf(priced: PricedChoices, content: FrozenEstimate, choices: EstimateChoices): NonNullable<KeptDecision['result']> {
  const { lines, pricing } = priced;
  const { currency } = content;
  const deposit = depositFor(content, choices, priced);
  const { items, discount, shipping, tax, total, open } = pricing.totals;
  const chosen = new Map(lines.map((line) => [line.id, line]));
  return {
    ...{ currency, items, discount, shipping, tax, total },
    open: [...open],
    taxLines: pricing.taxLines.map(({ code, name, ratePpm, base, amount }) => ({ code, name, ratePpm, base, amount })),
    ...(deposit !== null && { deposit }),
    lines: pricing.lines.flatMap(({ lineId, unitPrice, amount, discount: lineDiscount, total: lineTotal }) => {
      const line = chosen.get(lineId);
      return line === undefined || (line.optional && !line.chosen)
        ? []
        : [{ id: lineId, quantity: line.quantity, unitPrice, amount, discount: lineDiscount, total: lineTotal }];
    }),
  };
}
