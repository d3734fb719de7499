import type { MailTemplateJson } from '@backdesk/contract/mail-template/routes.ts';
import type { FoundTemplate } from './commands/list-mail-templates.ts';

export function presentMailTemplate({ name, wording, isOwn, standard, placeholders }: FoundTemplate): MailTemplateJson {
  return { name, subject: wording.subject, text: wording.text, isOwn, standard: { ...standard }, placeholders: [...placeholders] };
}
