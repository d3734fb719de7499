import type { CommandContext } from '../../context.ts';
import type { MessageRow } from '../queries.ts';
import { insertMessages } from '../store.ts';

type Written = { readonly line: string; readonly text: string };

/** Puts what somebody wrote into the thread of an order. Answers it as it stands there. */
export async function keepMessages(
  context: CommandContext,
  orderId: string,
  { author, name, words }: { readonly author: MessageRow['author']; readonly name: string; readonly words: readonly Written[] },
): Promise<readonly MessageRow[]> {
  const rows = words.map(({ line, text }): MessageRow => ({ id: context.newId(), author, name, line, text: text.trim(), at: context.now }));
  await insertMessages(
    context,
    rows.map((row) => ({ ...row, orderId })),
  );
  return rows;
}
