import type { Template } from '@backdesk/contract/template/routes.ts';
import { templateContent } from './content.ts';
import type { TemplateRow } from './queries.ts';

export function presentTemplate({ id, name, content, lineCount, createdAt }: TemplateRow): Template {
  const { lines, discounts, validDays } = templateContent.parse(content);
  const isSet = ({ override, discount }: Pick<(typeof lines)[number], 'override' | 'discount'>) => override !== null || discount !== null;
  const setByHand = lines.filter((line) => isSet(line) || line.charges.some(isSet)).length + discounts.length;
  return { id, name, lineCount, validDays, setByHand, createdAt: createdAt.toISOString() };
}
