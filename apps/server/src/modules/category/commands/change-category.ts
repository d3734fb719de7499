import type { changeCategory as changeCategoryBody } from '@backdesk/contract/category/schema.ts';
import { checkParent, placedAmong } from '@backdesk/domain/catalog/category-tree.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem, Refused } from '../../problem.ts';
import { listCategories } from '../queries.ts';
import { lockCategories, saveCategory, saveSiblings } from '../store.ts';

/** Renames a category, gives it another parent or another place among its siblings. */
export async function changeCategory(context: CommandContext, id: string, body: z.output<typeof changeCategoryBody>): Promise<void> {
  await lockCategories(context);
  const all = await listCategories(context.tx, context.scope);
  const before = all.find((category) => category.id === id);
  if (before === undefined) throw new Problem('not_found');
  const { name = before.name, code = before.code, parentId = before.parentId } = body;
  if (parentId !== null && !all.some((category) => category.id === parentId)) throw invalidField('/parentId', 'must be a category of the account');
  const refusal = checkParent(all, id, parentId);
  if (refusal !== null) throw new Refused([refusal]);
  const siblings = all.filter((category) => category.parentId === parentId && category.id !== id);
  if (typeof body.after === 'string' && !siblings.some((category) => category.id === body.after))
    throw invalidField('/after', 'must be a category with the same parent');
  const isMoved = parentId !== before.parentId || body.after !== undefined;
  if (!isMoved && name === before.name && code === before.code) return;
  const version = before.version + 1;
  await saveCategory(context, { id, version, parentId, name, code });
  if (isMoved) await saveSiblings(context, placedAmong(siblings, id, body.after));
  const data = { from: { name: before.name, code: before.code, parentId: before.parentId }, to: { name, code, parentId } };
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version, type: 'category.changed', data }]);
}
