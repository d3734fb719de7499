import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import type { TemplateContent } from '../content.ts';
import type { TemplateRow } from '../queries.ts';
import { insertTemplate } from '../store.ts';

/** Keeps a template under a name of its own. */
export async function keepTemplate(context: CommandContext, name: string, content: TemplateContent): Promise<TemplateRow> {
  const row: TemplateRow = { id: context.newId(), name, content, lineCount: content.lines.length, createdAt: context.now };
  if (!(await insertTemplate(context, row))) throw new Refused([{ code: 'template.name_taken', pointer: '/name' }]);
  return row;
}
