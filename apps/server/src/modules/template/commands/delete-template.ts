import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { removeTemplate } from '../store.ts';

/** Drafts that were made from it stay as they are. */
export async function deleteTemplate(context: CommandContext, id: string): Promise<void> {
  if (!(await removeTemplate(context, id))) throw new Problem('not_found');
}
