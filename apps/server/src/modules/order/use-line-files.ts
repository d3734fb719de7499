import type { CommandContext } from '../context.ts';
import { useFiles } from '../file/commands/use-files.ts';
import type { OrderRecord } from './order-record.ts';

/** Files that lines answered with since are the order's from now on. Lines that stayed the same objects are not looked at. */
export async function useLineFiles(context: CommandContext, before: OrderRecord | null, after: OrderRecord): Promise<void> {
  const known = new Set(before?.lines);
  const named = after.lines.flatMap((line) => (known.has(line) ? [] : line.answers.flatMap(({ file }) => file?.id ?? [])));
  await useFiles(context, named, { noun: 'order', nounId: after.id });
}
