import { type MailTemplateName, mailTemplateNames, mailTemplates, type Wording } from '@backdesk/domain/mail/mail-templates.ts';
import type { ReadContext } from '../../context.ts';
import { listWordings } from '../queries.ts';

export type FoundTemplate = {
  readonly name: MailTemplateName;
  readonly wording: Wording;
  readonly isOwn: boolean;
  readonly standard: Wording;
  readonly placeholders: readonly string[];
};

/** All templates, with what the account wrote. */
export async function listMailTemplates({ db, scope }: Pick<ReadContext, 'db' | 'scope'>): Promise<readonly FoundTemplate[]> {
  const own = await listWordings(db, scope);
  return mailTemplateNames.map((name) => {
    const { standard, placeholders } = mailTemplates[name];
    return { name, wording: own.get(name) ?? standard, isOwn: own.has(name), standard, placeholders };
  });
}

export async function getMailTemplate(context: Pick<ReadContext, 'db' | 'scope'>, name: MailTemplateName): Promise<FoundTemplate> {
  const found = (await listMailTemplates(context)).find((template) => template.name === name);
  if (found === undefined) throw new Error(`There is no template ${name}.`);
  return found;
}
