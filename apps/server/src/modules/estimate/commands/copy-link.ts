import type { CommandContext } from '../../context.ts';
import { addFact, releaseRevision } from '../store.ts';
import { openLink } from './open-link.ts';

/** The link to paste elsewhere; whoever gets it may read the revision, so it is released. */
export async function copyLink(context: CommandContext, orderId: string, revision: number): Promise<string> {
  const link = await openLink(context, orderId, '');
  await releaseRevision(context, orderId, revision);
  await addFact(context, orderId, revision, { kind: 'link_copied', linkId: link.id, mailId: null });
  return link.url;
}
