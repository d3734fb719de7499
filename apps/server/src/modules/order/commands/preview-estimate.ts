import type { MailPreview } from '@backdesk/contract/order/estimate-revision.ts';
import type { issueEstimate as issueEstimateSchema, previewRevision as previewRevisionSchema } from '@backdesk/contract/order/requests.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { contentOf } from '../../estimate/commands/freeze-revision.ts';
import { previewMail } from '../../estimate/commands/preview-mail.ts';
import { frozenContent } from '../decidable-revision.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { prepareRevision } from './issue-estimate.ts';
import { assertOpen, getRevision } from './send-estimate.ts';

/** The mail that converting with this request would send, or what stands against converting. Nothing is written. */
export async function previewEstimate(context: CommandContext, orderId: string, body: z.output<typeof issueEstimateSchema>): Promise<MailPreview> {
  const order = await getOrderRecord(context.tx, context.scope, orderId);
  const { priced, issue } = await prepareRevision(context, order, body);
  return previewMail(context, await contentOf(context, priced, issue), body.message);
}

/** The mail that sending an issued revision would send: what was frozen, with new covering words and the day it ends by now. Nothing is written. */
export async function previewIssuedEstimate(
  context: CommandContext,
  orderId: string,
  revision: number,
  body: z.output<typeof previewRevisionSchema>,
): Promise<MailPreview> {
  const known = getRevision(await getOrderRecord(context.tx, context.scope, orderId), revision);
  assertOpen(known, context.now);
  return previewMail(context, { ...(await frozenContent(context, orderId, revision)), validUntil: known.validUntil }, body.message);
}
