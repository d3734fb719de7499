import type { CommandContext } from '../../context.ts';
import { closeRevisions } from '../store.ts';

/** Ends what is open, with `accepted` what was accepted too: `withdrawn` by staff, or `superseded` by the order itself. The page stays readable and says so. */
export async function closeRevision(
  context: CommandContext,
  orderId: string,
  status: 'withdrawn' | 'superseded',
  what: { readonly accepted?: boolean } = {},
): Promise<readonly number[]> {
  return closeRevisions(context, orderId, status, what);
}
