import type { Template } from '@backdesk/contract/template/routes.ts';
import { templateContent } from './content.ts';
import type { TemplateRow } from './queries.ts';

export function presentTemplate({ id, name, content, lineCount, createdAt }: TemplateRow): Template {
  return { id, name, lineCount, validDays: templateContent.parse(content).validDays, createdAt: createdAt.toISOString() };
}
