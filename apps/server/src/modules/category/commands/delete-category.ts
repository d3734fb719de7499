import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { listCategories } from '../queries.ts';
import { liftChildren, lockCategories, removeCategory, saveSiblings } from '../store.ts';

/** Deletes a category. Its own categories take its place under its parent; its products stay where else they are. */
export async function deleteCategory(context: CommandContext, id: string): Promise<void> {
  await lockCategories(context);
  const all = await listCategories(context.tx, context.scope);
  const gone = all.find((category) => category.id === id);
  if (gone === undefined) throw new Problem('not_found');
  const childIds = all.filter(({ parentId }) => parentId === id).map((child) => child.id);
  const siblings = all.filter(({ parentId }) => parentId === gone.parentId).flatMap((sibling) => (sibling.id === id ? childIds : sibling.id));
  await liftChildren(context, gone);
  await saveSiblings(context, siblings);
  const productCount = await removeCategory(context, id);
  const data = { name: gone.name, code: gone.code, parentId: gone.parentId, productCount };
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version: gone.version + 1, type: 'category.deleted', data }]);
}
