import { type MailTemplateName, mailTemplates, unknownPlaceholders, type Wording } from '@backdesk/domain/mail/mail-templates.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { deleteWording, saveWording } from '../store.ts';

/** What is not filled would be sent as it stands: refused at the field. */
export function checkWording(name: MailTemplateName, wording: Wording): void {
  for (const field of ['subject', 'text'] as const) {
    const [unknown] = unknownPlaceholders(name, wording[field]);
    if (unknown !== undefined) throw invalidField(`/${field}`, `holds {${unknown}}, which this mail does not know`);
  }
}

export async function setMailTemplate(context: CommandContext, name: MailTemplateName, wording: Wording): Promise<void> {
  checkWording(name, wording);
  const { subject, text } = mailTemplates[name].standard;
  if (wording.subject === subject && wording.text === text) await deleteWording(context, name);
  else await saveWording(context, name, wording);
}

export async function resetMailTemplate(context: CommandContext, name: MailTemplateName): Promise<void> {
  await deleteWording(context, name);
}
