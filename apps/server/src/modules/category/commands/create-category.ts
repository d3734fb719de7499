import type { createCategory as createCategoryBody } from '@backdesk/contract/category/schema.ts';
import { checkParent } from '@backdesk/domain/catalog/category-tree.ts';
import { searchWords } from '@backdesk/domain/core/search-words.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Refused } from '../../problem.ts';
import { listCategories } from '../queries.ts';
import { lockCategories, saveCategory, saveSiblings } from '../store.ts';

/** Makes a category and answers its id. Without a code it gets one of its name that is free. */
export async function createCategory(context: CommandContext, { name, code, parentId }: z.output<typeof createCategoryBody>): Promise<string> {
  await lockCategories(context);
  const all = await listCategories(context.tx, context.scope);
  if (parentId !== null && !all.some((category) => category.id === parentId)) throw invalidField('/parentId', 'must be a category of the account');
  const refusal = checkParent(all, null, parentId);
  if (refusal !== null) throw new Refused([refusal]);
  const id = context.newId();
  const taken = new Set(all.map((category) => category.code.toLowerCase()));
  const made = { id, version: 1, parentId, name, code: code ?? freeCode(name, taken) };
  await saveCategory(context, made);
  const siblings = all.filter((category) => category.parentId === parentId).map((category) => category.id);
  await saveSiblings(context, [...siblings, id]);
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version: 1, type: 'category.created', data: { name, code: made.code, parentId } }]);
  return id;
}

/** "Water bottles" as "water-bottles", or "water-bottles-2" when that is taken; a name without a Latin letter as "category". */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const plain = searchWords(name).join('-').slice(0, 80) || 'category';
  for (let at = 1; ; at += 1) {
    const code = at === 1 ? plain : `${plain}-${at}`;
    if (!taken.has(code)) return code;
  }
}
