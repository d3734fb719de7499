import type { CommandContext } from '../../context.ts';
import { type Comparison, saveComparison } from '../store.ts';

/** Notes what a revision would come to today. One that was answered or issued anew meanwhile is compared another time. */
export function noteComparison(context: CommandContext, orderId: string, comparison: Comparison): Promise<void> {
  return saveComparison(context, orderId, comparison);
}
