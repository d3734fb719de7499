import type { mailTemplateRoutes } from '@backdesk/contract/mail-template/routes.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { getMailTemplate, listMailTemplates } from './commands/list-mail-templates.ts';
import { previewMailTemplate } from './commands/preview-mail-template.ts';
import { resetMailTemplate, setMailTemplate } from './commands/set-mail-template.ts';
import { presentMailTemplate } from './presenter.ts';

const now = async ({ tx, scope }: CommandContext, name: Parameters<typeof getMailTemplate>[1]) =>
  presentMailTemplate(await getMailTemplate({ db: tx, scope }, name));

/** What the mails to customers say. */
export const mailTemplateHandlers: Handlers<typeof mailTemplateRoutes> = {
  listMailTemplates: async (context) => ({ items: (await listMailTemplates(context)).map(presentMailTemplate) }),
  setMailTemplate: async (context, { body: { name, ...written } }) => {
    await setMailTemplate(context, name, written);
    return now(context, name);
  },
  resetMailTemplate: async (context, { body }) => {
    await resetMailTemplate(context, body.name);
    return now(context, body.name);
  },
  previewMailTemplate: (context, { body: { name, ...written } }) => previewMailTemplate(context, name, written),
};
